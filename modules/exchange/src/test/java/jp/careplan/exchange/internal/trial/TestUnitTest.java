package jp.careplan.exchange.internal.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.careplan.application.VendorTestPart.Kind;
import jp.careplan.exchange.Finding;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.internal.standard.SourceFile;
import jp.careplan.exchange.internal.standard.Standard;
import jp.careplan.exchange.internal.standard.UnitReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestUnitTest {
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final LocalDateTime MADE = LocalDateTime.of(2026, 5, 20, 9, 0);

  private record InMemory(OfferedFile file) implements SourceFile {
    @Override
    public String name() {
      return file.name();
    }

    @Override
    public long size() {
      return file.content().length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(file.content());
    }
  }

  private static List<InMemory> files(Kind kind, String seed) {
    return TestUnit.files(kind, seed, MADE).stream().map(InMemory::new).toList();
  }

  private static UnitReport check(List<InMemory> files) throws IOException {
    return Standard.load().check(files);
  }

  private static List<InMemory> edited(List<InMemory> files, String text, String other) {
    return files.stream()
        .map(it -> {
          String changed = new String(it.file().content(), MS932).replace(text, other);
          return new InMemory(new OfferedFile(it.name(), changed.getBytes(MS932)));
        })
        .toList();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void everyCaseIsAUnitThatTheCheckAccepts(Kind kind) throws IOException {
    for (int seed = 0; seed < 40; seed++) {
      var report = check(files(kind, "seed " + seed));

      assertEquals(
          List.of(),
          report.findings().stream().filter(Finding::refuses).map(Finding::message).toList());
      assertTrue(report.unit().isPresent());
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whatWasWrittenAsTheCaseSaysPasses(Kind kind) throws IOException {
    var written = files(kind, "one");

    var points = CaseJudge.judge(kind, check(written), written, files(kind, "one"));

    assertEquals(List.of(), points.stream().filter(point -> !point.met()).toList());
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whatWasWrittenForAnotherRunDoesNotPass(Kind kind) throws IOException {
    var written = files(kind, "another");

    var points = CaseJudge.judge(kind, check(written), written, files(kind, "one"));

    assertFalse(points.stream().allMatch(CaseJudge.Point::met));
  }

  @Test
  void aPlanWithOneVisitAtAnotherTimeNamesTheRow() throws IOException {
    var wanted = files(Kind.D2, "one");
    String day = TestPersona.digits(TestPersona.of(Kind.D2 + " one", 244).planned().getFirst());
    var written = edited(wanted, day + ",,", day + ",,").stream().toList();
    String start = TestPersona.of(Kind.D2 + " one", 244).values().getOrDefault("start", "");
    written = edited(written, day + ",," + start, day + ",,0615");

    var points = CaseJudge.judge(Kind.D2, check(written), written, wanted);

    var missed = points.stream().filter(point -> !point.met()).toList();
    assertEquals(1, missed.size(), missed.toString());
    assertTrue(missed.getFirst().details().getFirst().startsWith("足りない行: "), missed.toString());
    assertTrue(missed.getFirst().details().getLast().contains("0615"), missed.toString());
  }

  @Test
  void widthAndBlanksMakeNoDifference() throws IOException {
    var wanted = files(Kind.D4, "one");
    var written = edited(wanted, "　", " ");

    var points = CaseJudge.judge(Kind.D4, check(written), written, wanted);

    assertEquals(List.of(), points.stream().filter(point -> !point.met()).toList());
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void questionsAreAnsweredByTheFilesAlone(Kind kind) {
    var given = files(kind, "in");
    Map<String, String> answers = new HashMap<>();
    CaseTables.ASKED.stream()
        .filter(it -> it.kind() == kind)
        .forEach(it -> answers.put(it.key(), " " + CaseQuestions.answer(it, SentUnit.of(given))));

    assertTrue(CaseQuestions.of(kind).size() >= 5);
    assertTrue(answers.values().stream().noneMatch(String::isBlank), answers.toString());
    assertTrue(CaseQuestions.judge(kind, given, answers).stream().allMatch(CaseJudge.Point::met));
    answers.put("insured", "9900000001");
    assertFalse(CaseQuestions.judge(kind, given, answers).stream().allMatch(CaseJudge.Point::met));
    assertTrue(CaseQuestions.judge(kind, given, Map.of()).stream().noneMatch(CaseJudge.Point::met));
  }
}
