package jp.careplan.app;

import java.util.List;

/** The fictitious offices of a demo; prefecture 99. */
public final class DemoOffices {
  /**
   * One of them.
   *
   * @param kind サービス種類
   */
  public record DemoOffice(String number, String name, String kind, Special special) {
    public String userId() {
      return "KJ99" + number;
    }
  }

  /** What is not as usual with an office. */
  public enum Special {
    NOTHING,
    LICENSE_ENDED,
    TEMPORARY_PASSWORD
  }

  public static final List<DemoOffice> ALL =
      List.of(
          new DemoOffice("9970000011", "架空ケアプランセンター", "43", Special.NOTHING),
          new DemoOffice("9970000044", "見本居宅介護支援事業所", "43", Special.NOTHING),
          new DemoOffice("9900000066", "架空地域包括支援センター", "46", Special.NOTHING),
          new DemoOffice("9970000022", "見本ヘルパーステーション", "11", Special.NOTHING),
          new DemoOffice("9970000033", "試験デイサービス", "15", Special.NOTHING),
          new DemoOffice("9970000055", "例示福祉用具センター", "17", Special.LICENSE_ENDED),
          new DemoOffice("99A0000077", "見本予防訪問サービス", "A2", Special.TEMPORARY_PASSWORD));

  private DemoOffices() {}
}
