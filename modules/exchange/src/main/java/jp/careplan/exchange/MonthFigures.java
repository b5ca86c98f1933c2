package jp.careplan.exchange;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import jp.careplan.kernel.OfficeNumber;

/**
 * What an office exchanged in a month: sets (送信単位) by the month in which they were sent, without
 * those that were taken back.
 *
 * @param asOf until when was counted
 * @param over the month was over then
 * @param partners by number
 */
public record MonthFigures(
    OfficeNumber office,
    String officeName,
    YearMonth month,
    Instant asOf,
    boolean over,
    List<Partner> partners) {

  public MonthFigures {
    partners = List.copyOf(partners);
  }

  /**
   * One partner.
   *
   * @param sent sets sent to it
   * @param arrived those among them that it received
   * @param received sets received from it
   * @param plans plans among the sets that arrived on either side
   * @param results results among them
   */
  public record Partner(
      OfficeNumber number,
      String name,
      long sent,
      long arrived,
      long received,
      long plans,
      long results) {
    /** Whether anything went across, one way or the other. */
    boolean exchanged() {
      return arrived + received > 0;
    }
  }

  /** Different offices with which something went across. */
  public long offices() {
    return partners.stream().filter(Partner::exchanged).count();
  }

  public long sent() {
    return partners.stream().mapToLong(Partner::sent).sum();
  }

  public long arrived() {
    return partners.stream().mapToLong(Partner::arrived).sum();
  }

  public long received() {
    return partners.stream().mapToLong(Partner::received).sum();
  }
}
