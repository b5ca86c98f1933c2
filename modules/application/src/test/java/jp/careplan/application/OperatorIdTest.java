package jp.careplan.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jp.careplan.kernel.DomainException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorIdTest {
  @ParameterizedTest
  @ValueSource(strings = {"unyo", "taro.mihon@example.jp", "a-1", "0ban"})
  void takesShortNamesAndMailAddresses(String text) {
    assertEquals(text, new OperatorId(text).value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ab",
        "kj999970000011",
        "hd99",
        "Unyo",
        "a b c",
        "運用",
        "a@@b",
        ".abc",
        "a\nbc"
      })
  void refusesEverythingElse(String text) {
    var refusal = assertThrows(DomainException.class, () -> new OperatorId(text));

    assertEquals(DeskProblem.BAD_OPERATOR_ID, refusal.code());
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThrows(DomainException.class, () -> new OperatorId("a".repeat(65)));
  }
}
