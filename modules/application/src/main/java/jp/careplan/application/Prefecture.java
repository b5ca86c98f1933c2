package jp.careplan.application;

import java.util.List;
import java.util.Optional;

/**
 * 都道府県.
 *
 * @param number 都道府県番号, {@code 01} to {@code 47}: the first two digits of an office number
 * @param name 北海道
 * @param row of a map of tiles, from 1 in the north
 * @param column from 1 in the west
 */
public record Prefecture(String number, String name, int row, int column) {
  /** The 47, by number. */
  public static final List<Prefecture> ALL =
      List.of(
          new Prefecture("01", "北海道", 1, 13),
          new Prefecture("02", "青森県", 2, 13),
          new Prefecture("03", "岩手県", 3, 13),
          new Prefecture("04", "宮城県", 4, 13),
          new Prefecture("05", "秋田県", 3, 12),
          new Prefecture("06", "山形県", 4, 12),
          new Prefecture("07", "福島県", 5, 12),
          new Prefecture("08", "茨城県", 6, 13),
          new Prefecture("09", "栃木県", 6, 12),
          new Prefecture("10", "群馬県", 6, 11),
          new Prefecture("11", "埼玉県", 7, 11),
          new Prefecture("12", "千葉県", 7, 13),
          new Prefecture("13", "東京都", 7, 12),
          new Prefecture("14", "神奈川県", 8, 12),
          new Prefecture("15", "新潟県", 5, 11),
          new Prefecture("16", "富山県", 5, 10),
          new Prefecture("17", "石川県", 5, 9),
          new Prefecture("18", "福井県", 6, 8),
          new Prefecture("19", "山梨県", 7, 10),
          new Prefecture("20", "長野県", 6, 10),
          new Prefecture("21", "岐阜県", 6, 9),
          new Prefecture("22", "静岡県", 8, 10),
          new Prefecture("23", "愛知県", 7, 9),
          new Prefecture("24", "三重県", 8, 8),
          new Prefecture("25", "滋賀県", 7, 8),
          new Prefecture("26", "京都府", 6, 7),
          new Prefecture("27", "大阪府", 7, 6),
          new Prefecture("28", "兵庫県", 6, 6),
          new Prefecture("29", "奈良県", 7, 7),
          new Prefecture("30", "和歌山県", 8, 7),
          new Prefecture("31", "鳥取県", 6, 5),
          new Prefecture("32", "島根県", 6, 4),
          new Prefecture("33", "岡山県", 7, 5),
          new Prefecture("34", "広島県", 7, 4),
          new Prefecture("35", "山口県", 6, 3),
          new Prefecture("36", "徳島県", 10, 5),
          new Prefecture("37", "香川県", 9, 5),
          new Prefecture("38", "愛媛県", 9, 4),
          new Prefecture("39", "高知県", 10, 4),
          new Prefecture("40", "福岡県", 7, 2),
          new Prefecture("41", "佐賀県", 7, 1),
          new Prefecture("42", "長崎県", 8, 1),
          new Prefecture("43", "熊本県", 8, 2),
          new Prefecture("44", "大分県", 8, 3),
          new Prefecture("45", "宮崎県", 9, 3),
          new Prefecture("46", "鹿児島県", 9, 2),
          new Prefecture("47", "沖縄県", 10, 1));

  public static Optional<Prefecture> of(String number) {
    return ALL.stream().filter(it -> it.number().equals(number)).findFirst();
  }

  /** 東京都; the number itself where there is no such prefecture, as in examples. */
  public static String nameOf(String number) {
    return of(number).map(Prefecture::name).orElse("番号" + number);
  }
}
