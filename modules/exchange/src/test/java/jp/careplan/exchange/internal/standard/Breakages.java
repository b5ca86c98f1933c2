package jp.careplan.exchange.internal.standard;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** At least one broken bundle for each rule, and where the finding is expected. */
final class Breakages {
  /**
   * @param code the rule that must be found broken
   * @param type kind of the file the finding points at; a whole name if it holds a point
   * @param line null where the finding concerns no record
   * @param column null where the finding concerns no field
   */
  record Breakage(
      String code,
      String what,
      String type,
      @Nullable Integer line,
      @Nullable Integer column,
      Bundle bundle) {
    @Override
    public String toString() {
      return code + " " + what;
    }

    String file() {
      return type.contains(".") ? type : bundle.name(type);
    }
  }

  private static final String JPEG = "\u00FF\u00D8\u00FF\u00E0";
  private static final String IMAGE =
      "UPKIHON_IMAGE_9900000066_46_99A0000077_A2_20260416090000_0001.jpg";

  private final List<Breakage> all = new ArrayList<>();

  private Breakages() {}

  static List<Breakage> all() {
    var breakages = new Breakages();
    breakages.names();
    breakages.units();
    breakages.layout();
    breakages.encoding();
    breakages.encodingAtTheEndOfAText();
    breakages.versions();
    breakages.formats();
    breakages.form6();
    breakages.supplement();
    breakages.form7();
    breakages.keys();
    breakages.forms1To3();
    breakages.prevention();
    breakages.flood();
    return breakages.all;
  }

  private void file(String code, String what, String type, Bundle bundle) {
    all.add(new Breakage(code, what, type, null, null, bundle));
  }

  private void line(String code, String what, String type, int line, Bundle bundle) {
    all.add(new Breakage(code, what, type, line, null, bundle));
  }

  private void field(String code, String what, String type, int line, int column, Bundle bundle) {
    all.add(new Breakage(code, what, type, line, column, bundle));
  }

  private void name(String code, String what, String name) {
    file(code, what, name, Bundle.empty().file(name, "202407".getBytes(US_ASCII)));
  }

  private void names() {
    name("CH-001", "too many parts", "UP1KYO_9970000011_43_9970000022_11_1_20260520101500.CSV");
    name("CH-002", "unknown kind of file", "UPXXXX_9970000011_43_9970000022_11_20260520101500.CSV");
    name(
        "CH-002", "kind in small letters", "up1kyo_9970000011_43_9970000022_11_20260520101500.CSV");
    name("CH-002", "no name of the standard", "readme.txt");
    name("CH-003", "15 digits", "UP1KYO_9970000011_43_9970000022_11_202605201015000.CSV");
    name("CH-004", "9 digits", "UP1KYO_997000011_43_9970000022_11_20260520101500.CSV");
    name("CH-004", "recipient of 11", "UP1KYO_9970000011_43_99700000222_11_20260520101500.CSV");
    name("CH-005", "3 digits", "UP1KYO_9970000011_430_9970000022_110_20260520101500.CSV");
    name("CH-005", "V3 name of a V4.1 kind", "UP3KYO_9970000011_9970000022_20260520101500.CSV");
    name("CH-006", "no month", "UPPLAN_9970000011_43_9970000022_11_20260520101500.CSV");
    name("CH-006", "month 13", "UPPLAN_202613_9970000011_43_9970000022_11_20260520101500.CSV");
    name("CH-006", "month 0", "UPPLAN_000000_9970000011_43_9970000022_11_20260520101500.CSV");
    name(
        "CH-006", "month too much", "UP1KYO_202606_9970000011_43_9970000022_11_20260520101500.CSV");
    name("CH-009", "text", "UP1KYO_9970000011_43_9970000022_11_20260520101500.txt");
    file("CH-007", "small", "UPPLAN", Bundle.slip().rename(n -> n.replace(".CSV", ".csv")));
    file(
        "CH-008",
        "hour 25",
        "UPHOSOKU",
        Bundle.slip().rename(n -> n.replace("20260520113000", "20260520253000")));
    file(
        "CH-020",
        "recipient's kind out of scope",
        "UPHOSOKU",
        Bundle.slip().rename(n -> n.replace("_11_", "_51_")));
  }

  private void units() {
    file("CH-010", "no supplement", "UPPLAN", Bundle.slip().without("UPHOSOKU"));
    file("CH-010", "no form 3", "UP1KYO", Bundle.plan().without("UP3KYO"));
    var mixed = Bundle.slip().without("UPSIKYU");
    var result = Bundle.result();
    mixed.file(
        "UPJSK_202606_9970000011_43_9970000022_11_20260520113000.CSV", result.bytes("UPJSK"));
    file("CH-011", "slip and results", "UPHOSOKU", mixed);
    var twice = Bundle.slip();
    twice.file(twice.name("UPPLAN").replace(".CSV", ".csv"), twice.bytes("UPPLAN"));
    file("CH-012", "form 6 twice", twice.name("UPPLAN").replace(".CSV", ".csv"), twice);
    file(
        "CH-013",
        "form 7 of another month",
        "UPSIKYU",
        Bundle.slip().rename("UPSIKYU", n -> n.replace("202606", "202607")));
    file(
        "CH-013",
        "supplement without month",
        "UPHOSOKU",
        Bundle.slip().rename("UPHOSOKU", n -> n.replace("202606", "000000")));
    file(
        "CH-013",
        "supplement with month",
        "UPHOSOKU",
        Bundle.plan().rename("UPHOSOKU", n -> n.replace("000000", "202606")));
    file(
        "CH-014",
        "to itself",
        "DLTPLAN",
        Bundle.deletion().rename(n -> n.replace("9970000022_11", "9970000011_43")));
    file(
        "CH-014",
        "to itself, V3",
        "UPHOSOKU",
        Bundle.oldSlip().rename(n -> n.replace("9970000022", "9970000011")));
    file(
        "CH-015",
        "results with the kinds the wrong way round",
        "UPJSK",
        Bundle.result()
            .rename(
                n -> n.replace("_11_", "_xx_").replace("_43_", "_11_").replace("_xx_", "_43_")));
    file(
        "CH-016",
        "forms 1 to 3 from kind 76",
        "UP1KYO",
        Bundle.plan().rename(n -> n.replace("_43_", "_76_")));
    file(
        "CH-017",
        "one file to another office",
        "UPSIKYU",
        Bundle.slip().rename("UPSIKYU", n -> n.replace("9970000022", "9970000033")));
    file(
        "CH-018",
        "one file of another number",
        "UPSIKYU",
        Bundle.slip().rename("UPSIKYU", n -> n.replace("20260520113000", "20260520113001")));
    file("CH-019", "no sub-table", "UPKIHON", Bundle.prevention().without("UPKIHON_SUB1"));
  }

  private void layout() {
    file("CH-021", "no bytes", "UPPLAN", Bundle.slip().text("UPPLAN", ""));
    field(
        "CH-022",
        "headings",
        "UPPLAN",
        1,
        1,
        Bundle.slip().edit("UPPLAN", t -> "CSVバージョン,保険者番号\r\n" + t));
    line(
        "CH-023",
        "a field too many",
        "UPPLAN",
        3,
        Bundle.slip().edit("UPPLAN", t -> t.replace("20260616,", "20260616,,")));
    line(
        "CH-023",
        "a blank line between",
        "UPPLAN",
        2,
        Bundle.slip().edit("UPPLAN", t -> t.replaceFirst("\r\n", "\r\n\r\n")));
    line(
        "CH-023",
        "layout of V3",
        "UPPLAN",
        1,
        Bundle.slip().bytes("UPPLAN", Bundle.oldSlip().bytes("UPPLAN")));
    field(
        "CH-024",
        "open quote in the last line",
        "UP3KYO",
        4,
        13,
        Bundle.plan().edit("UP3KYO", t -> t.substring(0, t.length() - 3)));
    field(
        "CH-025",
        "quote not doubled",
        "UP2KYO",
        2,
        14,
        Bundle.plan().edit("UP2KYO", t -> t.replace("運動の機会", "運動\"の機会")));
    field(
        "CH-026",
        "quote in an unquoted field",
        "UP2KYO",
        2,
        14,
        Bundle.plan().edit("UP2KYO", t -> t.replace("\"運動の機会\"", "運動\"の機会")));
    line(
        "CH-027",
        "blank line at the end",
        "UPPLAN",
        10,
        Bundle.slip().edit("UPPLAN", t -> t + "\r\n"));
    line(
        "CH-028",
        "endless quote",
        "UP3KYO",
        4,
        Bundle.plan().edit("UP3KYO", t -> t.substring(0, t.length() - 3) + "長".repeat(5_000_000)));
  }

  private void encoding() {
    field(
        "CH-030",
        "UTF-8 mark",
        "DLTPLAN",
        1,
        1,
        Bundle.deletion().replaceBytes("DLTPLAN", "202407", "\u00EF\u00BB\u00BF202407"));
    field(
        "CH-031",
        "UTF-8",
        "UPPLAN",
        1,
        1,
        Bundle.slip().bytes("UPPLAN", Bundle.slip().text("UPPLAN").getBytes(UTF_8)));
    field(
        "CH-032",
        "UTF-16",
        "UPPLAN",
        1,
        1,
        Bundle.slip()
            .bytes("UPPLAN", ("\uFEFF" + Bundle.slip().text("UPPLAN")).getBytes(UTF_16LE)));
    field(
        "CH-033",
        "half a character",
        "UP2KYO",
        2,
        14,
        Bundle.plan()
            .edit("UP2KYO", t -> t.replace("運動の機会", "@@"))
            .replaceBytes("UP2KYO", "@@", "\u0085@"));
    field(
        "CH-034",
        "gaiji",
        "UPHOSOKU",
        1,
        6,
        Bundle.slip()
            .edit("UPHOSOKU", t -> t.replace("架空　太郎", "@@"))
            .replaceBytes("UPHOSOKU", "@@", "\u00F0@"));
    field("CH-035", "zero byte", "UPHOSOKU", 1, 6, Bundle.slip().set("UPHOSOKU", 1, 6, "\"架空\0\""));
    field("CH-036", "bell", "UPHOSOKU", 1, 6, Bundle.slip().set("UPHOSOKU", 1, 6, "\"架空\u0007\""));
  }

  private void encodingAtTheEndOfAText() {
    field(
        "CH-033",
        "half a character before the closing quote",
        "UP2KYO",
        2,
        14,
        Bundle.plan()
            .edit("UP2KYO", t -> t.replace("運動の機会", "@@"))
            .replaceBytes("UP2KYO", "@@", "\u0083A\u008A"));
    field(
        "CH-034",
        "gaiji in a file without quotes",
        "UP3KYO",
        2,
        6,
        Bundle.plan()
            .edit("UP3KYO", t -> t.replace("\"", "").replace("通所介護", "@@"))
            .replaceBytes("UP3KYO", "@@", "\u00F9\u00FC"));
  }

  private void versions() {
    field("CH-040", "202410", "UPPLAN", 1, 1, Bundle.slip().setAll("UPPLAN", 1, "202410"));
    field("CH-041", "unknown", "UPPLAN", 1, 1, Bundle.slip().setAll("UPPLAN", 1, "202499"));
    field("CH-042", "edition 4.0", "UPPLAN", 1, 1, Bundle.slip().setAll("UPPLAN", 1, "202504"));
    field("CH-043", "V3 value", "DLTPLAN", 1, 1, Bundle.deletion().set("DLTPLAN", 1, 1, "202208"));
    file(
        "CH-044",
        "V3 for 2025-04",
        "UPHOSOKU",
        Bundle.oldSlip().rename(n -> n.replace("202502", "202504")));
    file(
        "CH-045",
        "V4.1 for 2025-03",
        "DLTPLAN",
        Bundle.deletion().rename(n -> n.replace("202606", "202503")));
    field("CH-046", "two values", "UPPLAN", 4, 1, Bundle.slip().set("UPPLAN", 4, 1, "202410"));
  }

  private void formats() {
    field("CH-050", "no day of use", "UPPLAN", 2, 10, Bundle.slip().set("UPPLAN", 2, 10, ""));
    field("CH-050", "blank insured", "UPHOSOKU", 1, 3, Bundle.slip().set("UPHOSOKU", 1, 3, ""));
    field(
        "CH-051", "times of 3 digits", "UPPLAN", 2, 14, Bundle.slip().set("UPPLAN", 2, 14, "001"));
    field("CH-052", "month 13", "UPPLAN", 2, 5, Bundle.slip().set("UPPLAN", 2, 5, "202613"));
    field("CH-053", "31 June", "UPPLAN", 2, 10, Bundle.slip().set("UPPLAN", 2, 10, "20260631"));
    field(
        "CH-053", "29 February", "UPHOSOKU", 1, 8, Bundle.slip().set("UPHOSOKU", 1, 8, "19380229"));
    field("CH-053", "slashes", "UPPLAN", 2, 4, Bundle.slip().set("UPPLAN", 2, 4, "2026/5/1"));
    field("CH-054", "24:00", "UPPLAN", 2, 12, Bundle.slip().set("UPPLAN", 2, 12, "2400"));
    field("CH-054", "9999 in form 3", "UP3KYO", 1, 8, Bundle.plan().set("UP3KYO", 1, 8, "9999"));
    field("CH-055", "letters", "UPPLAN", 2, 2, Bundle.slip().set("UPPLAN", 2, 2, "99999A"));
    field("CH-056", "full width", "UPPLAN", 2, 8, Bundle.slip().set("UPPLAN", 2, 8, "２４４"));
    field("CH-057", "one digit", "UPSIKYU", 1, 23, Bundle.slip().set("UPSIKYU", 1, 23, "10.0"));
    field("CH-058", "sex 3", "UPHOSOKU", 1, 7, Bundle.slip().set("UPHOSOKU", 1, 7, "3"));
    field("CH-058", "No.34", "UPSIKYU", 1, 34, Bundle.slip().set("UPSIKYU", 1, 34, "9970000022"));
    field("CH-059", "9 digits", "UPPLAN", 1, 3, Bundle.slip().set("UPPLAN", 1, 3, "990000001"));
    field(
        "CH-060", "letter at 4", "UPPLAN", 2, 20, Bundle.slip().set("UPPLAN", 2, 20, "997A000022"));
    field("CH-061", "3 digits", "UPHOSOKU", 1, 20, Bundle.slip().set("UPHOSOKU", 1, 20, "1a"));
    field("CH-062", "5 digits", "UPPLAN", 2, 15, Bundle.slip().set("UPPLAN", 2, 15, "11111"));
    field("CH-063", "kind 51", "UPPLAN", 2, 15, Bundle.slip().set("UPPLAN", 2, 15, "511111"));
    field("CH-064", "kind 99", "UPPLAN", 2, 15, Bundle.slip().set("UPPLAN", 2, 15, "991111"));
    field(
        "CH-065", "no hyphen", "UPPLAN", 2, 16, Bundle.slip().set("UPPLAN", 2, 16, "000010000011"));
    field("CH-066", "no hyphen", "UPHOSOKU", 1, 9, Bundle.slip().set("UPHOSOKU", 1, 9, "9990001"));
    field("CH-067", "letters", "UPHOSOKU", 1, 12, Bundle.slip().set("UPHOSOKU", 1, 12, "099x000"));
    field("CH-068", "30 days", "UPPLAN", 2, 11, Bundle.slip().set("UPPLAN", 2, 11, "1".repeat(30)));
    field("CH-069", "filled", "UPPLAN", 2, 25, Bundle.slip().set("UPPLAN", 2, 25, "1"));
    field("CH-070", "blank", "UPPLAN", 2, 8, Bundle.slip().set("UPPLAN", 2, 8, " 244"));
    field("CH-071", "5 digits", "DLTPLAN", 1, 2, Bundle.deletion().set("DLTPLAN", 1, 2, "99999"));
    field("CH-072", "minus", "UPPLAN", 2, 8, Bundle.slip().set("UPPLAN", 2, 8, "-244"));
    field("CH-073", "2400", "UP3KYO", 1, 9, Bundle.plan().set("UP3KYO", 1, 9, "2400"));
    field("CH-074", "0", "UP2KYO", 1, 6, Bundle.plan().set("UP2KYO", 1, 6, "0"));
    field("CH-075", "6 digits", "UPSIKYU", 1, 30, Bundle.slip().set("UPSIKYU", 1, 30, "000001"));
    field("CH-075", "0", "UPYOBO_SUB", 1, 5, Bundle.prevention().set("UPYOBO_SUB", 1, 5, "0"));
    field("CH-076", "point", "UPSIKYU", 1, 14, Bundle.slip().set("UPSIKYU", 1, 14, "100.0"));
  }

  private void form6() {
    field("CH-100", "month", "UPPLAN", 2, 5, Bundle.slip().set("UPPLAN", 2, 5, "202607"));
    field("CH-100", "form 7", "UPSIKYU", 2, 5, Bundle.slip().set("UPSIKYU", 2, 5, "202607"));
    field(
        "CH-100", "supplement", "UPHOSOKU", 1, 63, Bundle.slip().set("UPHOSOKU", 1, 63, "000000"));
    field("CH-100", "delete", "DLTPLAN", 1, 4, Bundle.deletion().set("DLTPLAN", 1, 4, "202607"));
    field("CH-101", "1 July", "UPPLAN", 5, 10, Bundle.slip().set("UPPLAN", 5, 10, "20260701"));
    field("CH-104", "17", "UPPLAN", 2, 16, Bundle.slip().set("UPPLAN", 2, 15, "171001"));
    field("CH-104", "67, form 7", "UPSIKYU", 2, 10, Bundle.slip().set("UPSIKYU", 2, 9, "671001"));
    field("CH-105", "kind 11", "UPPLAN", 2, 19, Bundle.slip().set("UPPLAN", 2, 19, "1"));
    field("CH-106", "start only", "UPPLAN", 2, 12, Bundle.slip().set("UPPLAN", 2, 12, "9999"));
    field(
        "CH-107",
        "31 June",
        "UPPLAN",
        2,
        11,
        Bundle.slip().set("UPPLAN", 2, 11, "0".repeat(30) + "1"));
    field("CH-108", "no day", "UPPLAN", 2, 11, Bundle.slip().set("UPPLAN", 2, 11, "0".repeat(31)));
    field("CH-109", "total", "UPPLAN", 2, 15, Bundle.slip().set("UPPLAN", 2, 15, "999999"));
    field("CH-109", "subtotal", "UPJSK", 2, 15, Bundle.result().set("UPJSK", 2, 15, "11AAAA"));
    field(
        "CH-110",
        "67",
        "UPPLAN",
        2,
        19,
        Bundle.slip().set("UPPLAN", 2, 15, "671001").set("UPPLAN", 2, 19, "1"));
    field(
        "CH-126",
        "only another's services",
        "UPPLAN",
        1,
        20,
        Bundle.slip().rename(n -> n.replace("9970000022", "9970000044")));
    field("CH-125", "planner", "UPPLAN", 2, 6, Bundle.slip().set("UPPLAN", 2, 6, "9970000055"));
    field("CH-127", "office", "UPJSK", 2, 20, Bundle.result().set("UPJSK", 2, 20, "9970000055"));
    field("CH-128", "planner", "UPJSK", 2, 6, Bundle.result().set("UPJSK", 2, 6, "9970000055"));
  }

  private void supplement() {
    field("CH-111", "month", "UPHOSOKU", 1, 63, Bundle.plan().set("UPHOSOKU", 1, 63, "202604"));
    field("CH-112", "no date", "UPHOSOKU", 1, 4, Bundle.plan().set("UPHOSOKU", 1, 4, "00000000"));
    field("CH-113", "date", "UPHOSOKU", 1, 4, Bundle.slip().set("UPHOSOKU", 1, 4, "20260401"));
    field("CH-114", "slot 2", "UPHOSOKU", 1, 24, Bundle.slip().set("UPHOSOKU", 1, 24, "11"));
    field("CH-115", "no kind", "UPHOSOKU", 1, 21, Bundle.slip().set("UPHOSOKU", 1, 21, "1000"));
    field("CH-116", "2A", "UPHOSOKU", 1, 20, Bundle.slip().set("UPHOSOKU", 1, 20, "2A"));
    field("CH-117", "sum", "UPHOSOKU", 1, 56, Bundle.slip().set("UPHOSOKU", 1, 56, "5"));
    field("CH-118", "period", "UPHOSOKU", 1, 14, Bundle.slip().set("UPHOSOKU", 1, 14, "20290101"));
  }

  private void form7() {
    field("CH-120", "units", "UPSIKYU", 3, 13, Bundle.slip().set("UPSIKYU", 3, 13, "244"));
    field("CH-121", "rate", "UPSIKYU", 5, 14, Bundle.slip().set("UPSIKYU", 5, 14, "100"));
    field("CH-121", "units", "UPSIKYU", 4, 15, Bundle.slip().set("UPSIKYU", 4, 15, "0"));
    field("CH-122", "office", "UPSIKYU", 5, 7, Bundle.slip().set("UPSIKYU", 5, 7, "9970000022"));
    field("CH-123", "office", "UPSIKYU", 1, 7, Bundle.slip().set("UPSIKYU", 1, 7, "9999999999"));
    field("CH-124", "empty", "UPSIKYU", 1, 34, Bundle.slip().set("UPSIKYU", 1, 34, ""));
    field("CH-150", "none", "UPSIKYU", 4, 9, Bundle.slip().removeLine("UPSIKYU", 5));
    field("CH-151", "two", "UPSIKYU", 6, 9, Bundle.slip().repeatLine("UPSIKYU", 5));
    field(
        "CH-152",
        "none",
        "UPSIKYU",
        2,
        9,
        Bundle.slip().repeatLine("UPSIKYU", 1).removeLine("UPSIKYU", 4));
    field("CH-153", "sum", "UPSIKYU", 3, 17, Bundle.slip().set("UPSIKYU", 3, 17, "1221"));
    field("CH-154", "sum", "UPSIKYU", 5, 17, Bundle.slip().set("UPSIKYU", 5, 17, "3853"));
  }

  private void keys() {
    field("CH-130", "insured", "UPSIKYU", 2, 3, Bundle.slip().set("UPSIKYU", 2, 3, "9900000009"));
    field("CH-130", "insurer", "UP2KYO", 2, 2, Bundle.plan().set("UP2KYO", 2, 2, "999999"));
    field("CH-130", "date", "UP3KYO", 3, 5, Bundle.plan().set("UP3KYO", 3, 5, "20260402"));
    field("CH-130", "date", "UPHOSOKU", 1, 4, Bundle.plan().set("UPHOSOKU", 1, 4, "20260402"));
    field(
        "CH-130",
        "sub-table",
        "UPKIHON_SUB1",
        2,
        4,
        Bundle.prevention().set("UPKIHON_SUB1", 2, 4, "20260411"));
    field(
        "CH-131",
        "no supplement",
        "UPPLAN",
        10,
        3,
        Bundle.slip().repeatLine("UPPLAN", 9).set("UPPLAN", 10, 3, "9900000009"));
    field("CH-133", "no form 3", "UP1KYO", 1, 3, Bundle.plan().setAll("UP3KYO", 3, "9900000009"));
    field("CH-132", "form 1 twice", "UP1KYO", 2, 3, Bundle.plan().repeatLine("UP1KYO", 1));
    field("CH-132", "twice", "UPHOSOKU", 2, 3, Bundle.slip().repeatLine("UPHOSOKU", 1));
    field("CH-134", "twice", "DLTPLAN", 2, 3, Bundle.deletion().repeatLine("DLTPLAN", 1));
  }

  private void forms1To3() {
    field("CH-119", "other", "UP1KYO", 1, 26, Bundle.plan().set("UP1KYO", 1, 25, "3"));
    field("CH-135", "twice", "UP2KYO", 3, 13, Bundle.plan().repeatLine("UP2KYO", 2));
    field("CH-136", "unsorted", "UP2KYO", 2, 6, Bundle.plan().set("UP2KYO", 1, 6, "3"));
    field("CH-142", "no end", "UP3KYO", 1, 8, Bundle.plan().set("UP3KYO", 1, 9, ""));
    field("CH-143", "nothing", "UP3KYO", 4, 6, Bundle.plan().set("UP3KYO", 4, 13, ""));
  }

  private void prevention() {
    field("CH-140", "other", "UPKIHON", 1, 9, Bundle.prevention().set("UPKIHON", 1, 8, "03"));
    field("CH-140", "ward", "UPKIHON", 1, 13, Bundle.prevention().set("UPKIHON", 1, 12, "02"));
    field("CH-141", "empty", "UPYOBO", 1, 6, Bundle.prevention().set("UPYOBO", 1, 6, ""));
    field("CH-137", "not sent", "UPKIHON", 1, 62, Bundle.prevention().set("UPKIHON", 1, 62, IMAGE));
    file("CH-138", "unnamed", IMAGE, Bundle.prevention().file(IMAGE, latin(JPEG)));
    file(
        "CH-029",
        "a text",
        IMAGE,
        Bundle.prevention().set("UPKIHON", 1, 62, IMAGE).file(IMAGE, latin("GIF89a")));
  }

  private void flood() {
    var bundle = Bundle.result();
    var lines = bundle.lines("UPJSK");
    while (lines.size() < 1200) {
      lines.add(lines.getFirst());
    }
    file("CH-199", "flood", "UPJSK", bundle.lines("UPJSK", lines).setAll("UPJSK", 23, "9"));
  }

  private static byte[] latin(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
  }
}
