package jp.careplan.exchange.internal.standard;

import static java.util.Locale.ROOT;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The table in {@code docs/api/findings.md} is the rule table. Run with {@code
 * -Dfindings.write=true} to write it anew.
 */
class FindingsDocumentTest {
  private static final Path DOCUMENT = Path.of("../../docs/api/findings.md");
  private static final String HEAD = "| code | grade | meaning | message | remedy |\n";

  @Test
  void theDocumentTellsEveryRule() throws IOException {
    String text = Files.readString(DOCUMENT);
    int table = text.indexOf(HEAD);
    if (Boolean.getBoolean("findings.write")) {
      text = text.substring(0, table) + table();
      Files.writeString(DOCUMENT, text);
    }

    assertEquals(table(), text.substring(table));
  }

  private static String table() {
    return Standard.load().rules().stream()
        .map(FindingsDocumentTest::row)
        .collect(joining("", HEAD + "|---|---|---|---|---|\n", ""));
  }

  private static String row(Rule rule) {
    return "| %s | %s | %s | %s | %s |%n"
        .formatted(
            rule.code(),
            rule.severity().name().toLowerCase(ROOT),
            rule.meaning(),
            rule.message(),
            rule.remedy())
        .replace("\r", "");
  }
}
