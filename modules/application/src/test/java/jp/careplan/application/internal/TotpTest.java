package jp.careplan.application.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  /** The key of RFC 6238, appendix B. */
  private static final byte[] KEY = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  private static final Instant NOW = Instant.ofEpochSecond(1_111_111_111);

  /** The table of RFC 6238 has eight digits; apps show the last six of them. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void countsAsTheStandardDoes(long second, String code) {
    assertEquals(code, Totp.codeAt(KEY, Totp.stepAt(Instant.ofEpochSecond(second))));
  }

  @Test
  void takesTheCodesBeforeAndAfterAndNoneFurtherAway() {
    long present = Totp.stepAt(NOW);

    for (long step = present - 1; step <= present + 1; step++) {
      assertEquals(step, Totp.accepted(KEY, Totp.codeAt(KEY, step), NOW, 0).orElseThrow());
    }
    assertTrue(Totp.accepted(KEY, Totp.codeAt(KEY, present - 2), NOW, 0).isEmpty());
    assertTrue(Totp.accepted(KEY, Totp.codeAt(KEY, present + 2), NOW, 0).isEmpty());
  }

  @Test
  void takesNoCodeTwiceAndNoneBeforeTheLastOne() {
    long present = Totp.stepAt(NOW);

    assertTrue(Totp.accepted(KEY, Totp.codeAt(KEY, present), NOW, present).isEmpty());
    assertTrue(Totp.accepted(KEY, Totp.codeAt(KEY, present - 1), NOW, present).isEmpty());
    assertTrue(Totp.accepted(KEY, Totp.codeAt(KEY, present + 1), NOW, present).isPresent());
  }

  @Test
  void aKeyComesBackFromItsText() {
    byte[] key = Totp.newKey();

    assertEquals(Totp.codeAt(key, 1), Totp.codeAt(Totp.key(Totp.text(key)), 1));
    assertTrue(Totp.text(key).matches("[A-Z2-7]{32}"));
  }
}
