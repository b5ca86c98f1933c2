package jp.careplan.application.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonPasswordsTest {
  private final CommonPasswords common = new CommonPasswords();

  @Test
  void theListIsWhatItsRulesMake() throws IOException {
    assertEquals(CommonPasswordRules.made(), Files.readAllLines(CommonPasswordRules.LIST));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "Password2026!",
        "ＰＡＳＳＷＯＲＤ",
        "careplan",
        "CarePlan-2026",
        "2026careplan",
        "kaigokaigokaigo",
        "tokyokaigo1234",
        "1qaz2wsx3edc",
        "0987654321",
        "12345678901234567890",
        "1111111111111",
        "abababababababab",
        "あいうえおかきくけこ",
        "ケアプラン12345"
      })
  void refusesWhatIsGuessedFirst(String password) {
    assertTrue(common.contains(password));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "たのしい みほんの ことば 26",
        "a-better-password",
        "three brown bicycles",
        "kaigo no michi wa nagai",
        "Xk7-fmPq-92sW",
        "mizu-ringo-tokei"
      })
  void letsPassWhatIsNot(String password) {
    assertFalse(common.contains(password));
  }
}
