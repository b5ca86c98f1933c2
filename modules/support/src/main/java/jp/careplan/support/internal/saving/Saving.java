package jp.careplan.support.internal.saving;

/**
 * かんたん計算: what a month costs today and with the system, by the words of whoever counts. A guide,
 * and no promise: that handling takes a third of its time is what a survey says.
 *
 * @param sent 提供票 a month that are sent
 * @param received 実績 a month that are received
 * @param minutes for one of them today
 * @param wage yen an hour
 * @param costs yen for paper, stamps, fax and ways for one of them
 * @param percent of the minutes that are left with the system
 * @param fee yen a year
 */
public record Saving(
    int sent, int received, int minutes, int wage, int costs, int percent, int fee) {
  private static final int MINUTES = 60;
  private static final int MONTHS = 12;
  private static final int HUNDRED = 100;

  /** One side of the comparison, a month. */
  public record Side(long minutes, long labour, long expenses) {
    /** Yen. */
    public long yen() {
      return labour + expenses;
    }
  }

  private long count() {
    return (long) sent + received;
  }

  public Side today() {
    return side(count() * minutes, count() * costs);
  }

  /** Paper, stamps and fax are gone; the fee is told apart. */
  public Side withSystem() {
    return side(rounded(count() * minutes * percent, HUNDRED), 0);
  }

  private Side side(long spent, long expenses) {
    return new Side(spent, rounded(spent * wage, MINUTES), expenses);
  }

  private static long rounded(long dividend, int divisor) {
    return (dividend + divisor / 2) / divisor;
  }

  public long minutesAMonth() {
    return today().minutes() - withSystem().minutes();
  }

  public long yenAMonth() {
    return today().yen() - withSystem().yen();
  }

  public long yenAYear() {
    return yenAMonth() * MONTHS;
  }

  /** Less the fee; may be below zero. */
  public long yenAYearAfterFee() {
    return yenAYear() - fee;
  }
}
