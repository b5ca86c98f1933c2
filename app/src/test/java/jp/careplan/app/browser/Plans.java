package jp.careplan.app.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.util.List;
import jp.careplan.app.house.House;
import jp.careplan.app.house.SampleUnit;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.TransmissionId;

/** What the visitors send and find. */
final class Plans {
  private static final Charset MS932 = Charset.forName("MS932");

  private Plans() {}

  /** A visit begins at 24:60. */
  static List<OfferedFile> withAnImpossibleTime(SampleUnit unit) {
    return unit.files().stream().map(Plans::withAnImpossibleTime).toList();
  }

  private static OfferedFile withAnImpossibleTime(OfferedFile file) {
    String text = new String(file.content(), MS932).replaceFirst(",0930,", ",2460,");
    return new OfferedFile(file.name(), text.getBytes(MS932));
  }

  /** Sent through the launcher from {@link House#CARE_MANAGER} to {@link House#HELPERS}. */
  static TransmissionId sent(House house) {
    return sent(house, house.unit().files());
  }

  static TransmissionId sent(House house, List<OfferedFile> files) {
    return sent(house, House.CARE_MANAGER, files);
  }

  static TransmissionId sent(House house, String sender, List<OfferedFile> files) {
    var id = TransmissionId.next();
    var answer = house.office(sender).offer(id, files);
    assertEquals(201, answer.statusCode(), answer.body());
    return id;
  }
}
