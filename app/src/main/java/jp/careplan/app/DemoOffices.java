package jp.careplan.app;

import java.util.List;
import jp.careplan.application.CareSoftware;

/** The fictitious offices of a demo; prefecture 99. */
public final class DemoOffices {
  /**
   * One of them.
   *
   * @param kind サービス種類
   */
  public record DemoOffice(
      String number, String name, String kanaName, String kind, Special special) {
    public String userId() {
      return "KJ99" + number;
    }
  }

  /** What is not as usual with an office. */
  public enum Special {
    NOTHING,
    LICENSE_ENDED,
    TEMPORARY_PASSWORD,
    NOT_APPLIED
  }

  /** 練習用の相手. */
  public static final String PRACTICE = "9970000099";

  public static final List<DemoOffice> ALL =
      List.of(
          new DemoOffice("9970000011", "架空ケアプランセンター", "カクウケアプランセンター", "43", Special.NOTHING),
          new DemoOffice("9970000044", "見本居宅介護支援事業所", "ミホンキョタクカイゴシエンジギョウショ", "43", Special.NOTHING),
          new DemoOffice("9900000066", "架空地域包括支援センター", "カクウチイキホウカツシエンセンター", "46", Special.NOTHING),
          new DemoOffice("9970000022", "見本ヘルパーステーション", "ミホンヘルパーステーション", "11", Special.NOTHING),
          new DemoOffice("9970000033", "試験デイサービス", "シケンデイサービス", "15", Special.NOTHING),
          new DemoOffice("9970000055", "例示福祉用具センター", "レイジフクシヨウグセンター", "17", Special.LICENSE_ENDED),
          new DemoOffice(
              "99A0000077", "見本予防訪問サービス", "ミホンヨボウホウモンサービス", "A2", Special.TEMPORARY_PASSWORD),
          new DemoOffice(
              "9970000088", "架空訪問看護ステーション", "カクウホウモンカンゴステーション", "13", Special.NOT_APPLIED));

  /** Care software that nobody makes. */
  public static final List<CareSoftware> SOFTWARE =
      List.of(
          new CareSoftware("見本ケアソフト", "架空ソフトウェア", "4.1", "計画書・予定・実績"),
          new CareSoftware("例示らくらく介護", "例示システム", "4.1", "予定・実績"),
          new CareSoftware("試験ケアノート", "見本情報", "3", "予定・実績（古い版）"));

  private DemoOffices() {}
}
