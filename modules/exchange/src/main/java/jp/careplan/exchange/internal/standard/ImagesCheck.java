package jp.careplan.exchange.internal.standard;

import static java.util.Locale.ROOT;
import static jp.careplan.exchange.internal.standard.Fault.IMAGE_MISSING;

import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/** 家族構成の画像: each image a record names is sent along. Strikes those named off the list. */
final class ImagesCheck implements RecordCheck {
  private static final String COLUMN = "family_image_file";

  private final FileName name;
  private final Set<String> sent;
  private final Set<String> unnamed;
  private final Findings findings;
  private final int place;

  /**
   * @param sent names of the images of the unit, in small letters
   * @param unnamed the same, to be struck off
   */
  ImagesCheck(FileName name, Set<String> sent, Set<String> unnamed, Findings findings) {
    this.name = name;
    this.sent = sent;
    this.unnamed = unnamed;
    this.findings = findings;
    place = name.type().index(COLUMN);
  }

  static boolean concerns(RecordType type) {
    return type.has(COLUMN);
  }

  @Override
  public void record(CSVRecord record, int line) {
    String image = Characters.withoutBlanks(record.get(place)).toLowerCase(ROOT);
    if (image.isEmpty()) {
      return;
    }
    unnamed.remove(image);
    if (!sent.contains(image)) {
      findings.add(
          IMAGE_MISSING,
          new Spot(
              name.text(), line, name.type().field(place), image, KeyCheck.person(record, 1, 2)));
    }
  }
}
