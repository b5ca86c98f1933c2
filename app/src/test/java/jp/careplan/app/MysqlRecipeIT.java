package jp.careplan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import jp.careplan.app.house.Database;
import jp.careplan.app.house.Folders;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The recipe of {@code docs/operations/mysql.md}, run as it is written. */
class MysqlRecipeIT {
  @Test
  void aNodeStartsOnADatabaseThatWasMadeByTheDocument() throws IOException, InterruptedException {
    Assumptions.assumeFalse(Database.isEmbedded(), "tried once, beside the other database");
    var recipe =
        new ProcessBuilder(Folders.project().resolve("app/bin/try-mysql").toString())
            .redirectErrorStream(true);
    recipe.environment().put("JAVA_HOME", System.getProperty("java.home"));

    Process process = recipe.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertEquals(0, process.waitFor(), said);
  }
}
