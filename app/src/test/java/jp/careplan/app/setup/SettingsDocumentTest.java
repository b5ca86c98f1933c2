package jp.careplan.app.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.careplan.app.house.Folders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/operations/settings.md} names all settings with their defaults. */
class SettingsDocumentTest {
  private static final Pattern ROW =
      Pattern.compile("\\| `(CAREPLAN_[A-Z0-9_]+)` \\| ([^|]+) \\|.*");
  private static final String REQUIRED = "must be given";

  /** Worked out from other settings. */
  private static final String DRIVER = "careplan.db.driver";

  @TempDir private Path folder;

  @Test
  void everySettingStandsInTheDocumentWithItsDefault() throws IOException {
    Map<String, String> documented = documented();
    Map<String, String> environment = new HashMap<>();
    Path file = Files.createFile(folder.resolve("store.p12"));
    documented.forEach((variable, fallback) -> {
      if (fallback.equals(REQUIRED)) {
        environment.put(variable, file.toString());
      }
    });

    Map<String, String> read = new TreeMap<>();
    Settings.read(environment).all().forEach((name, value) -> read.put(variable(name), value));

    read.remove(variable(DRIVER));
    documented.replaceAll((variable, fallback) -> environment.getOrDefault(variable, fallback));
    documented.put("CAREPLAN_DB_URL", read.getOrDefault("CAREPLAN_DB_URL", ""));
    assertEquals(documented, read);
  }

  private static Map<String, String> documented() throws IOException {
    Map<String, String> rows = new TreeMap<>();
    for (String line :
        Files.readAllLines(Folders.project().resolve("docs/operations/settings.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        String fallback = row.group(2).replace("`", "");
        rows.put(row.group(1), fallback.equals("empty") ? "" : fallback);
      }
    }
    return rows;
  }

  private static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
