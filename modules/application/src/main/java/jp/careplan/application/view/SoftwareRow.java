package jp.careplan.application.view;

import java.util.Arrays;
import java.util.List;
import jp.careplan.application.CareSoftware;
import jp.careplan.application.VendorTestPart;
import jp.careplan.application.VendorTestPart.Kind;
import jp.careplan.application.VendorTestPart.Way;
import jp.careplan.application.page.JapaneseTime;

/** One product of the list. */
public final class SoftwareRow {
  private final CareSoftware it;
  private final String testedOn;

  SoftwareRow(CareSoftware it, JapaneseTime time) {
    this.it = it;
    this.testedOn = it.testedOn().map(time::day).orElse("–");
  }

  /** What passed of one kind. */
  public record Cell(String kind, String words) {}

  public String getId() {
    return it.id();
  }

  public String getName() {
    return it.name();
  }

  public String getVersion() {
    return it.productVersion().isEmpty() ? "–" : it.productVersion();
  }

  public String getMaker() {
    return it.maker();
  }

  public String getCsvVersion() {
    return it.csvVersion();
  }

  public String getTested() {
    return it.tested();
  }

  public String getNote() {
    return it.note();
  }

  public String getTestedOn() {
    return testedOn;
  }

  /** D1 to D7: written, read, both or none. */
  public List<Cell> getCells() {
    return Arrays.stream(Kind.values()).map(kind -> new Cell(kind.name(), words(kind))).toList();
  }

  private String words(Kind kind) {
    boolean out = it.passed().contains(new VendorTestPart(kind, Way.OUT));
    boolean in = it.passed().contains(new VendorTestPart(kind, Way.IN));
    return out && in ? "書・取" : out ? "書" : in ? "取" : "–";
  }
}
