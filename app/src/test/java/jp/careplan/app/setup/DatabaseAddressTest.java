package jp.careplan.app.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the node adds to the address of a database. */
class DatabaseAddressTest {
  @TempDir private Path folder;

  @Test
  void preparedStatementsAreKeptWithoutTheOperatorsDoing() throws IOException {
    String read = read("jdbc:mysql://db.example.jp/careplan?connectionTimeZone=UTC");

    assertTrue(
        read.startsWith("jdbc:mysql://db.example.jp/careplan?connectionTimeZone=UTC&"), read);
    assertTrue(read.contains("&cachePrepStmts=true&"), read);
    assertTrue(read.contains("&prepStmtCacheSqlLimit=4096&"), read);
  }

  @Test
  void anAddressWithoutAnyPartGetsThemBehindAQuestionMark() throws IOException {
    String read = read("jdbc:mysql://db.example.jp/careplan");

    assertTrue(read.startsWith("jdbc:mysql://db.example.jp/careplan?"), read);
    assertEquals(read.indexOf('?'), read.lastIndexOf('?'), read);
  }

  @Test
  void whatTheAddressSaysStays() throws IOException {
    String read = read("jdbc:mysql://db.example.jp/careplan?cachePrepStmts=false");

    assertTrue(read.contains("?cachePrepStmts=false&"), read);
    assertFalse(read.contains("cachePrepStmts=true"), read);
  }

  @Test
  void anotherDriversAddressIsLeftAlone() throws IOException {
    assertEquals("jdbc:h2:mem:x", read("jdbc:h2:mem:x"));
  }

  private String read(String url) throws IOException {
    String file = Files.write(folder.resolve("store.p12"), new byte[1]).toString();
    Map<String, String> environment = new HashMap<>();
    environment.put("CAREPLAN_DATA", folder.toString());
    environment.put("CAREPLAN_DB_URL", url);
    for (String store : new String[] {"DB", "KEYS", "TLS", "TRUST"}) {
      environment.put("CAREPLAN_" + store + "_PASSWORD", "test-only-password");
    }
    for (String store : new String[] {"KEYS", "TLS", "TRUST"}) {
      environment.put("CAREPLAN_" + store + "_FILE", file);
    }
    return Settings.read(environment).get("careplan.db.url");
  }
}
