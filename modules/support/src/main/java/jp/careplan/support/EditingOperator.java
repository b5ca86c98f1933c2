package jp.careplan.support;

/** Who edits: the portal itself signs nobody in. */
public interface EditingOperator {
  /** The ID of the editor who is signed in at the desk; everybody else is refused. */
  String require();
}
