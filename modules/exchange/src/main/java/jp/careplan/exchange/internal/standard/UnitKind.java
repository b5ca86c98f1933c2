package jp.careplan.exchange.internal.standard;

/** What a unit is about. */
public enum UnitKind {
  /** 予定: plans, slips, supplements, prevention forms. */
  PLAN,
  /** 実績. */
  RESULT,
  /** 削除. */
  DELETE
}
