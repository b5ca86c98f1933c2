package jp.careplan.app.browser;

import static jp.careplan.app.house.House.HELPERS;
import static jp.careplan.app.house.House.SECOND_CARE_MANAGER;

import java.nio.charset.Charset;
import java.util.List;
import jp.careplan.app.house.House;
import jp.careplan.app.house.SampleUnit;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.TransmissionId;

/** What two offices send each other in a month that no other test uses. */
public final class BoardUnits {
  private static final Charset MS932 = Charset.forName("MS932");

  private final House house;
  private final String month;

  public BoardUnits(House house, String month) {
    this.house = house;
    this.month = month;
  }

  public TransmissionId plan(int people) {
    SampleUnit unit = house.unit(SECOND_CARE_MANAGER, HELPERS).people(people);
    return Plans.sent(house, SECOND_CARE_MANAGER, unit.files().stream().map(this::moved).toList());
  }

  /** One person less a visit at another hour. */
  public TransmissionId correction() {
    SampleUnit unit = house.unit(SECOND_CARE_MANAGER, HELPERS);
    return Plans.sent(
        house,
        SECOND_CARE_MANAGER,
        unit.files("02,,0930", "03,,0930").stream().map(this::moved).toList());
  }

  private OfferedFile moved(OfferedFile file) {
    String text = new String(file.content(), MS932).replace("202606", month);
    return new OfferedFile(file.name().replace("202606", month), text.getBytes(MS932));
  }

  /** As planned but for the first person, who was visited a day later. */
  public TransmissionId result(int people) {
    var text = new StringBuilder();
    for (int person = 1; person <= people; person++) {
      for (int week = 0; week < 5; week++) {
        int day = 2 + 7 * week + (person == 1 && week == 0 ? 1 : 0);
        text.append(
            "202407,999991,99%08d,%s02,%s,%s,\"計画　作成子\",244,,%s%02d,,0930,1030,1,111111,,,,,%s,\"見本ヘルパーステーション\",,0,%s,\r\n"
                .formatted(
                    person, month, month, SECOND_CARE_MANAGER, month, day, HELPERS, HELPERS));
      }
    }
    String name =
        "UPJSK_%s_%s_11_%s_43_%s.CSV"
            .formatted(month, HELPERS, SECOND_CARE_MANAGER, house.sequence());
    return Plans.sent(
        house, HELPERS, List.of(new OfferedFile(name, text.toString().getBytes(MS932))));
  }
}
