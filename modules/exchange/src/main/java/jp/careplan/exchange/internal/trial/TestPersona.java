package jp.careplan.exchange.internal.trial;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jp.careplan.kernel.Sha256;

/**
 * A person who never lived, and a month of visits. All follows from a seed, so that each run of the
 * test has a case of its own and the same one each time it is looked at.
 *
 * @param values by the placeholders of the templates
 * @param planned days of the plan
 * @param actual days on which somebody came: one less
 */
record TestPersona(Map<String, String> values, List<LocalDate> planned, List<LocalDate> actual) {
  private static final YearMonth MONTH = YearMonth.of(2026, 6);
  private static final List<List<String>> NAMES =
      List.of(
          List.of("架空　太郎", "カクウ タロウ", "1"),
          List.of("架空　花子", "カクウ ハナコ", "2"),
          List.of("見本　一郎", "ミホン イチロウ", "1"),
          List.of("見本　みどり", "ミホン ミドリ", "2"),
          List.of("例示　次郎", "レイジ ジロウ", "1"),
          List.of("例示　さくら", "レイジ サクラ", "2"),
          List.of("試験　三郎", "シケン サブロウ", "1"),
          List.of("試験　すみれ", "シケン スミレ", "2"));
  private static final List<String> POLICIES =
      List.of("転倒を防ぎ、外出の機会を増やす。", "食事と水分をしっかりとる。", "家族と続けられる暮らしを支える。", "薬を忘れず、体調を整える。");
  private static final List<String> NEEDS =
      List.of("歩行が不安定で転びやすい", "外出が減っている", "食事の量が減っている", "人と話す機会が少ない");
  private static final List<String> LIVES =
      List.of("洋裁の仕事をしていた", "農業を続けてきた", "小学校の教員をしていた", "工場に勤めていた");
  private static final List<String> DISEASES = List.of("高血圧症", "変形性膝関節症", "糖尿病", "骨粗しょう症");
  private static final List<String> TARGETS =
      List.of("毎日近所を歩く", "朝の体操を続ける", "庭の花に水をやる", "日記を1ページ書く");
  private static final int OLDEST = 1930;
  private static final int YEARS = 25;

  /**
   * @param units of one visit
   */
  static TestPersona of(String seed, int units) {
    var chance = new Random(Long.parseLong(Sha256.hex(seed).substring(0, 15), 16));
    Map<String, String> values = new HashMap<>();
    List<String> name = one(NAMES, chance);
    values.put("name", name.get(0));
    values.put("kana", name.get(1));
    values.put("sex", name.get(2));
    values.put("insured", "99%08d".formatted(chance.nextInt(100_000_000)));
    LocalDate birth = LocalDate.ofYearDay(OLDEST + chance.nextInt(YEARS), 1 + chance.nextInt(365));
    values.put("birth", digits(birth));
    values.put("policy", one(POLICIES, chance));
    values.put("need", one(NEEDS, chance));
    values.put("life", one(LIVES, chance));
    values.put("disease", one(DISEASES, chance));
    values.put("target", one(TARGETS, chance));
    values.put("rise", (5 + chance.nextInt(3)) + ":" + (chance.nextBoolean() ? "00" : "30"));
    int hour = 9 + chance.nextInt(7);
    String minute = chance.nextBoolean() ? "00" : "30";
    values.put("start", "%02d%s".formatted(hour, minute));
    values.put("end", "%02d%s".formatted(hour + 1, minute));
    int weekday = 1 + chance.nextInt(5);
    values.put("weekday", String.valueOf(weekday));
    values.put("otherWeekday", String.valueOf(1 + weekday % 5));
    List<LocalDate> planned = days(weekday);
    sums(values, planned.size(), units);
    int missed = chance.nextInt(planned.size());
    List<LocalDate> actual =
        planned.stream().filter(day -> !day.equals(planned.get(missed))).toList();
    return new TestPersona(values, planned, actual);
  }

  private static void sums(Map<String, String> values, int visits, int units) {
    int sum = visits * units;
    int cost = sum * 10;
    int claim = cost * 9 / 10;
    values.put("visits", String.valueOf(visits));
    values.put("sum", String.valueOf(sum));
    values.put("cost", String.valueOf(cost));
    values.put("claim", String.valueOf(claim));
    values.put("copay", String.valueOf(cost - claim));
  }

  private static List<LocalDate> days(int weekday) {
    return MONTH
        .atDay(1)
        .datesUntil(MONTH.atEndOfMonth().plusDays(1))
        .filter(day -> day.getDayOfWeek().getValue() == weekday)
        .toList();
  }

  private static <T> T one(List<T> choices, Random chance) {
    return choices.get(chance.nextInt(choices.size()));
  }

  static String digits(LocalDate day) {
    return day.toString().replace("-", "");
  }

  @Override
  public String toString() {
    return "TestPersona[masked]";
  }
}
