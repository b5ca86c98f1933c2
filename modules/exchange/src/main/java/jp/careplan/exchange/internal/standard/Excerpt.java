package jp.careplan.exchange.internal.standard;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.Set;
import jp.careplan.exchange.OfferedFile;
import org.apache.commons.csv.CSVRecord;

/**
 * Some people of a unit, addressed to another office: the rows are the unit's own bytes, and only
 * the names of the files differ.
 */
final class Excerpt {
  private static final Charset MS932 = Charset.forName("windows-31j");

  private final Set<PersonKey> people;
  private final String receiver;
  private final String receiverKind;

  /**
   * @param receiverKind empty in the edition whose names have none
   */
  Excerpt(Set<PersonKey> people, String receiver, String receiverKind) {
    this.people = Set.copyOf(people);
    this.receiver = receiver;
    this.receiverKind = receiverKind;
  }

  /** Without any row where none is of these people. */
  OfferedFile of(FileName name, byte[] content) throws IOException {
    var rows = new ByteArrayOutputStream();
    int insurer = name.type().index("insurer_no");
    int insured = name.type().index("insured_no");
    // One byte a character: what parts rows and fields is never the second byte of another one.
    try (var reader = new RecordReader(new StringReader(new String(content, ISO_8859_1)))) {
      CSVRecord record = reader.next();
      while (record != null) {
        CSVRecord next = reader.next();
        int end = next == null ? content.length : (int) next.getCharacterPosition();
        if (record.size() > insured && people.contains(person(record, insurer, insured))) {
          int from = (int) record.getCharacterPosition();
          rows.write(content, from, end - from);
        }
        record = next;
      }
    }
    return new OfferedFile(readdressed(name), rows.toByteArray());
  }

  private static PersonKey person(CSVRecord record, int insurer, int insured) {
    return new PersonKey(text(record.get(insurer)), text(record.get(insured)));
  }

  private static String text(String bytes) {
    return Characters.withoutBlanks(new String(bytes.getBytes(ISO_8859_1), MS932));
  }

  private String readdressed(FileName name) {
    String from = address(name.receiver(), name.receiverKind(), name.sequence());
    int at = name.text().lastIndexOf(from);
    return name.text().substring(0, at)
        + address(receiver, receiverKind, name.sequence())
        + name.text().substring(at + from.length());
  }

  private static String address(String number, String kind, String sequence) {
    return "_" + number + (kind.isEmpty() ? "" : "_" + kind) + "_" + sequence;
  }
}
