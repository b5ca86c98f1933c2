package jp.careplan.exchange.view;

import jp.careplan.exchange.SendingOutcome.Accepted;

/** A unit that went out from this desk; keeps nothing of its content. */
public final class SentUnit {
  private final String kind;
  private final String month;
  private final Accepted accepted;

  SentUnit(DeskUnit unit, Accepted accepted) {
    this.kind = unit.getKind();
    this.month = unit.getMonth();
    this.accepted = accepted;
  }

  public String getId() {
    return accepted.id().value();
  }

  public String getPartner() {
    return accepted.recipient().name();
  }

  public String getKind() {
    return kind;
  }

  /** {@code yyyymm}; empty where the unit has none. */
  public String getMonth() {
    return month;
  }

  public String getReceiptNumber() {
    return accepted.receipt().number();
  }
}
