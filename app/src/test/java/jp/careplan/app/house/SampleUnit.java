package jp.careplan.app.house;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.careplan.exchange.OfferedFile;

/**
 * Valid units of forms 6, 7 and the supplement, as large as wished; each sequence number and each
 * sender makes another content. Fictitious: prefecture 99.
 */
public final class SampleUnit {
  private static final Charset MS932 = Charset.forName("MS932");
  private static final String MONTH = "202606";

  private final String sender;
  private final String recipient;
  private final String sequence;
  private final int people;
  private final List<String> served;

  private SampleUnit(
      String sender, String recipient, String sequence, int people, List<String> served) {
    this.sender = sender;
    this.recipient = recipient;
    this.sequence = sequence;
    this.people = people;
    this.served = served;
  }

  /** A plan (U2) for one person. */
  public static SampleUnit plan(String sender, String recipient, String sequence) {
    return new SampleUnit(sender, recipient, sequence, 1, List.of(recipient));
  }

  /** For so many persons: five rows of form 6 and three of form 7 each. */
  public SampleUnit people(int count) {
    return new SampleUnit(sender, recipient, sequence, count, served);
  }

  /** With the visits of another office as well; its own unit, also for this one, says the same. */
  public SampleUnit also(String office) {
    return new SampleUnit(
        sender, recipient, sequence, people, Stream.of(recipient, office).sorted().toList());
  }

  public List<OfferedFile> files() {
    return List.of(
        file("UPHOSOKU", each(this::supplement)),
        file("UPPLAN", each(this::slip)),
        file("UPSIKYU", each(this::annex)));
  }

  /** The files with one text in place of another. */
  public List<OfferedFile> files(String text, String other) {
    return files().stream()
        .map(file ->
            new OfferedFile(
                file.name(),
                new String(file.content(), MS932).replace(text, other).getBytes(MS932)))
        .toList();
  }

  private OfferedFile file(String type, String text) {
    String name =
        type + "_" + MONTH + "_" + sender + "_43_" + recipient + "_11_" + sequence + ".CSV";
    return new OfferedFile(name, text.getBytes(MS932));
  }

  private String each(java.util.function.IntFunction<String> rows) {
    return IntStream.rangeClosed(1, people).mapToObj(rows).collect(Collectors.joining());
  }

  private static String insured(int person) {
    return "99%08d".formatted(person);
  }

  private String supplement(int person) {
    return "202407,999991,%s,00000000,\"カクウ タロウ\",\"架空　太郎\",1,19380203,999-0001,\"架空県見本市中央１丁目\",\"２番地３号\",099-000-0001,20260115,20260201,20280131,2,,23,27048,%s0,,,%s,%s,,%s\r\n"
        .formatted(insured(person), ",".repeat(37), sender, sender, MONTH);
  }

  private String slip(int person) {
    return served.stream().map(it -> visits(person, it)).collect(Collectors.joining());
  }

  private String visits(int person, String office) {
    return IntStream.rangeClosed(1, 5)
        .mapToObj(week ->
            "202407,999991,%s,20260520,%s,%s,\"計画　作成子\",244,,202606%02d,,0930,1030,1,111111,,,,,%s,\"見本ヘルパーステーション\",,0,%s,\r\n"
                .formatted(insured(person), MONTH, sender, 2 + 7 * (week - 1), office, sender))
        .collect(Collectors.joining());
  }

  private String annex(int person) {
    String head = "202407,999991,%s,20260520,%s,".formatted(insured(person), MONTH);
    String tail = "9999999999,%s,%s,\r\n".formatted(sender, sender);
    return head
        + "\"見本ヘルパーステーション\","
        + served.getFirst()
        + ",,111111,,,,244,100,244,5,1220,1220,,,,1220,10.00,12200,90,10980,,1220,0,,,,0,"
        + tail
        + head
        + "\"見本ヘルパーステーション\","
        + served.getFirst()
        + ",,11AAAA,,,,0,,,5,1220,1220,,,,1220,,12200,,10980,,1220,0,,,,0,"
        + tail
        + head
        + ",9999999999,,999999,,,,0,,,5,1220,1220,,,,1220,,12200,,10980,,1220,0,,,,0,"
        + tail;
  }
}
