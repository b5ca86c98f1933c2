package jp.careplan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.careplan.app.house.ActionNames;
import jp.careplan.app.house.Folders;
import org.junit.jupiter.api.Test;

/**
 * What stands in the audit trail has words for the people who read it. Here as the sources write
 * it; what is put together is looked at where the tests leave it behind ({@code HouseKeeper}).
 */
class AuditActionsTest {
  /** Less a text at its beginning, which says who acted. */
  private static final Pattern ENTRY =
      Pattern.compile(
          "(?:AuditTrail\\.Entry|\\baudit)\\((?:\\s*\"[^\"]*\",)?(.*?)\\);", Pattern.DOTALL);

  private static final Pattern ACTION = Pattern.compile("\"([a-z]+(?:[-_][a-z]+)+)\"");

  private static Set<String> written() throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Folders.project().resolve("modules"))) {
      sources
          .filter(it -> it.toString().endsWith(".java") && it.toString().contains("/src/main/"))
          .map(AuditActionsTest::text)
          .flatMap(text -> ENTRY.matcher(text).results().toList().stream())
          .flatMap(entry -> ACTION.matcher(entry.group(1)).results().toList().stream())
          .map((MatchResult action) -> action.group(1))
          .forEach(found::add);
    }
    return found;
  }

  private static String text(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyActionThatTheSourcesWriteHasWords() throws IOException {
    Set<String> written = written();

    assertTrue(written.size() > 50, "found: " + written);
    assertEquals(List.of(), ActionNames.missing(written));
  }
}
