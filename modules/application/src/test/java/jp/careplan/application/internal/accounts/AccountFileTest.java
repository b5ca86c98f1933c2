package jp.careplan.application.internal.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountFileTest {
  private static final String HEADINGS = String.join(",", AccountColumn.headings());
  private static final String GOOD =
      "KJ999970000011,9970000011,架空ケアプランセンター,カクウケアプランセンター,架空県見本市1-2-3,43,Kari-4821-mihon,"
          + "jimu@example.jp";
  private static final String HASH =
      "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA"
          + "$MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE";

  private final List<AccountRow> rows = new ArrayList<>();
  private final List<String> findings = new ArrayList<>();

  private AccountFile read(byte[] bytes) {
    AccountFile file = AccountFile.of(() -> new ByteArrayInputStream(bytes));
    file.read(
        new RowCheck(mail -> mail.contains("@")),
        rows::add,
        (line, column, rule) ->
            findings.add(
                line + "/" + column.map(AccountColumn::number).orElse(0) + " " + rule.code()));
    return file;
  }

  private void read(String... lines) {
    read((HEADINGS + "\r\n" + String.join("\r\n", lines) + "\r\n").getBytes(UTF_8));
  }

  /** The good line with one value exchanged. */
  private static String with(AccountColumn column, String value) {
    String[] values = GOOD.split(",", -1);
    values[column.number() - 1] = value;
    return String.join(",", values);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-31j"})
  void readsBothEncodings(String charset) {
    read((HEADINGS + "\r\n" + GOOD + "\r\n").getBytes(Charset.forName(charset)));

    assertEquals(List.of(), findings);
    assertEquals("架空ケアプランセンター", rows.get(0).name());
    assertEquals("KJ999970000011", rows.get(0).user().value());
  }

  @Test
  void readsPastAByteOrderMark() {
    read(("\uFEFF" + HEADINGS + "\n" + GOOD).getBytes(UTF_8));

    assertEquals(List.of(), findings);
    assertEquals(1, rows.size());
  }

  @Test
  void takesALetterAsTheThirdCharacterAndHalfWidthKanaAsMeant() {
    read("KJ9999A0000077,99A0000077,見本予防訪問サービス,ﾐﾎﾝﾖﾎﾞｳ,,A2 A6,Kari-4821-mihon,");

    assertEquals(List.of(), findings);
    assertEquals("ミホンヨボウ", rows.get(0).kanaName());
    assertEquals(2, rows.get(0).kinds().size());
  }

  @Test
  void keepsWhatLooksLikeMarkupOrAFormulaAsItIs() {
    read(with(AccountColumn.NAME, "=HYPERLINK(<b>)"));

    assertEquals("=HYPERLINK(<b>)", rows.get(0).name());
  }

  @Test
  void takesAHash() {
    read(with(AccountColumn.PASSWORD, '"' + HASH + '"'));

    assertEquals(List.of(), findings);
    assertTrue(rows.get(0).isHashed());
    assertTrue(rows.get(0).hash().startsWith("19456$2$c29t"));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of(AccountColumn.USER_ID, "KJ99997000001", "AI-201"),
        Arguments.of(AccountColumn.USER_ID, "kj999970000011", "AI-201"),
        Arguments.of(AccountColumn.USER_ID, "HD999970000011", "AI-202"),
        Arguments.of(AccountColumn.OFFICE_NUMBER, "997000001", "AI-203"),
        Arguments.of(AccountColumn.OFFICE_NUMBER, "9970000022", "AI-204"),
        Arguments.of(AccountColumn.NAME, "", "AI-207"),
        Arguments.of(AccountColumn.NAME, "名".repeat(201), "AI-207"),
        Arguments.of(AccountColumn.NAME, "名\u202E前", "AI-104"),
        Arguments.of(AccountColumn.NAME, "\"名\n前\"", "AI-104"),
        Arguments.of(AccountColumn.KANA_NAME, "かくう", "AI-208"),
        Arguments.of(AccountColumn.ADDRESS, "番".repeat(301), "AI-209"),
        Arguments.of(AccountColumn.KINDS, "", "AI-210"),
        Arguments.of(AccountColumn.KINDS, "43;11", "AI-210"),
        Arguments.of(AccountColumn.PASSWORD, "short", "AI-211"),
        Arguments.of(AccountColumn.PASSWORD, "パスワードパスワード", "AI-211"),
        Arguments.of(AccountColumn.PASSWORD, "$argon2i$v=19$m=8", "AI-212"),
        Arguments.of(
            AccountColumn.PASSWORD, '"' + HASH.replace("m=19456", "m=999999") + '"', "AI-212"),
        Arguments.of(AccountColumn.MAIL, "jimu.example.jp", "AI-214"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void tellsLineAndColumnOfAMistake(AccountColumn column, String value, String code) {
    read(with(column, value));

    assertEquals(List.of("2/" + column.number() + " " + code), findings);
    assertEquals(List.of(), rows);
  }

  @Test
  void tellsAllMistakesOfAFile() {
    read(GOOD, GOOD, "a,b", "KJ119970000011,9970000011,名,,,43,,");

    assertEquals(List.of("3/1 AI-205", "4/0 AI-102", "5/2 AI-206"), findings);
  }

  @Test
  void tellsWhatIsInNeitherEncoding() throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.write((HEADINGS + "\r\n").getBytes(Charset.forName("windows-31j")));
    bytes.write("KJ999970000011,9970000011,".getBytes(UTF_8));
    bytes.write(0xff);
    bytes.write(",,,43,Kari-4821-mihon,\r\n".getBytes(UTF_8));

    read(bytes.toByteArray());

    assertEquals(List.of("2/3 AI-103"), findings);
  }

  @Test
  void tellsOtherHeadings() {
    read(("id,office\r\n" + GOOD + "\r\n").getBytes(UTF_8));

    assertEquals(List.of("1/0 AI-101"), findings);
  }

  @Test
  void tellsAFileWithoutLines() {
    read((HEADINGS + "\r\n").getBytes(UTF_8));

    assertEquals(List.of("0/0 AI-107"), findings);
  }

  @Test
  void tellsWhereQuotesAreBroken() {
    read(GOOD, "KJ999970000022,9970000022,\"見本,,,11,Kari-4821-mihon,", "x");

    assertEquals(List.of("3/0 AI-105"), findings);
  }

  @Test
  void theHashIsThatOfTheBytes() {
    String one = read((HEADINGS + "\n" + GOOD + "\n").getBytes(UTF_8)).sha256();
    String other = read((HEADINGS + "\r\n" + GOOD + "\r\n").getBytes(UTF_8)).sha256();

    assertNotEquals(one, other);
    assertEquals(64, one.length());
  }

  @Test
  void theSampleOfTheManualIsClean() throws IOException {
    read(Files.readAllBytes(Path.of("../../docs/operations/accounts-sample.csv")));

    assertEquals(List.of(), findings);
    assertEquals(4, rows.size());
  }

  @Test
  void theManualListsExactlyTheFindingsThereAre() throws IOException {
    List<String> documented =
        Files.readAllLines(Path.of("../../docs/operations/accounts.md")).stream()
            .filter(line -> line.startsWith("| `AI-"))
            .toList();

    assertEquals(
        Stream.of(ImportRule.values())
            .map(it -> "| `%s` | %s | %s |".formatted(it.code(), it.what(), it.remedy()))
            .toList(),
        documented);
  }
}
