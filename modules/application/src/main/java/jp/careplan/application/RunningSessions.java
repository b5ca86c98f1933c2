package jp.careplan.application;

import java.util.List;

/** All logins of one account, for its holder. */
public interface RunningSessions {
  /** Newest first. */
  List<RunningSession> of(OfficeSession current);

  /**
   * Ends one, and the pages that came out of it.
   *
   * @param id of {@link RunningSession#id}
   */
  void end(OfficeSession current, String id);

  /** Whether a session that was running still is: for whoever waited in between. */
  boolean isRunning(OfficeSession session);

  /** Ends all but the one that asks. */
  void endOthers(OfficeSession current);
}
