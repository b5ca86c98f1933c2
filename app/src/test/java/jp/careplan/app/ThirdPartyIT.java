package jp.careplan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import jp.careplan.app.house.Folders;
import org.junit.jupiter.api.Test;

/** What is handed on carries what its licences ask for. */
class ThirdPartyIT {
  private static final Pattern LIBRARY = Pattern.compile("WEB-INF/lib/(?!careplan-)(.*)\\.jar");

  @Test
  void theArchiveNamesEveryLibraryThatItContains() throws IOException {
    try (var war = new JarFile(Folders.project().resolve("app/target/ROOT.war").toFile())) {
      String named = text(war, "META-INF/THIRD-PARTY.txt");

      List<String> missing =
          war.stream()
              .map(entry -> LIBRARY.matcher(entry.getName()))
              .filter(library -> library.matches())
              .map(library -> library.group(1))
              .filter(name -> !Pattern.compile("\\b" + name + "\\b").matcher(named).find())
              .toList();

      assertEquals(List.of(), missing);
      assertNotNull(war.getEntry("META-INF/LICENSE"));
    }
  }

  private static String text(JarFile war, String name) throws IOException {
    try (var in = war.getInputStream(war.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
