package jp.careplan.app.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import jp.careplan.app.house.Multipart;
import jp.careplan.app.house.SampleUnit;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.SendingOffer;

/**
 * As many different valid units as wished, made by writing other 被保険者番号 and another sequence into
 * one: cheap enough for a client that shares the machine with what it measures.
 */
final class UnitTemplate {
  private static final LocalDateTime FIRST = LocalDateTime.of(2026, 5, 1, 0, 0);
  private static final DateTimeFormatter SEQUENCE = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
  private static final int PERSON_DIGITS = 8;
  private static final int NUMBERS = 100_000_000;

  private final List<Form> forms;
  private final int people;

  private UnitTemplate(List<Form> forms, int people) {
    this.forms = forms;
    this.people = people;
  }

  static UnitTemplate of(String sender, String recipient, int people) {
    List<OfferedFile> files =
        SampleUnit.plan(sender, recipient, sequence(0)).people(people).files();
    return new UnitTemplate(files.stream().map(file -> Form.of(file, people)).toList(), people);
  }

  /** How many people make a unit of about so many bytes. */
  static int peopleFor(int bytes) {
    int one = of("9971000001", "9972000001", 1).unit(0).stream().mapToInt(UnitTemplate::size).sum();
    return Math.round((float) bytes / one);
  }

  static int size(OfferedFile file) {
    return file.content().length;
  }

  /** Unit number {@code n}: no other number gives the same files. */
  List<OfferedFile> unit(long n) {
    long before = n * people % NUMBERS;
    return forms.stream().map(form -> form.file(sequence(n), before)).toList();
  }

  /** As a request's body. */
  static Multipart body(List<OfferedFile> files) {
    var body = new Multipart().field("manifest", SendingOffer.manifestOf(files));
    files.forEach(file -> body.file("file", file.name(), file.content()));
    return body;
  }

  private static String sequence(long n) {
    return FIRST.plusSeconds(n).format(SEQUENCE);
  }

  /** One file with the places of its 被保険者番号. */
  @SuppressWarnings("ArrayRecordComponent") // bytes are carried, not compared
  private record Form(String name, byte[] content, List<Place> places) {
    private record Place(int at, int person) {}

    static Form of(OfferedFile file, int people) {
      String text = new String(file.content(), StandardCharsets.ISO_8859_1);
      List<Place> places = new ArrayList<>();
      IntStream.rangeClosed(1, people)
          .forEach(person -> {
            String number = ",99%08d,".formatted(person);
            for (int at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
              places.add(new Place(at + 3, person));
            }
          });
      return new Form(file.name(), file.content(), places);
    }

    OfferedFile file(String sequence, long before) {
      byte[] bytes = content.clone();
      for (Place place : places) {
        long number = (before + place.person()) % NUMBERS;
        for (int i = PERSON_DIGITS - 1; i >= 0; i--) {
          bytes[place.at() + i] = (byte) ('0' + number % 10);
          number /= 10;
        }
      }
      return new OfferedFile(name.replace(sequence(0), sequence), bytes);
    }
  }
}
