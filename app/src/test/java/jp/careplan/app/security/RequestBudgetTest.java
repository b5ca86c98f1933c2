package jp.careplan.app.security;

import static jp.careplan.kernel.KernelProblem.TOO_MANY_REQUESTS;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;
import org.junit.jupiter.api.Test;

class RequestBudgetTest {
  private static final OfficeNumber HARUKAZE = new OfficeNumber("9970000011");
  private static final OfficeNumber AOBA = new OfficeNumber("9970000022");

  private Instant now = Instant.parse("2026-06-25T01:12:40Z");
  private final InstantSource time = () -> now;
  private final Clock clock = time.withZone(ZoneOffset.UTC);
  private final RequestBudget budget = new RequestBudget();

  @Test
  void whoSpentTheMinuteIsToldHowLongToWait() {
    spendAll(HARUKAZE);

    var refusal = assertThrows(DomainException.class, () -> budget.spend(HARUKAZE, clock, 3));

    assertEquals(TOO_MANY_REQUESTS, refusal.code());
    assertEquals(20L, refusal.extensions().get("retryAfter"));
    assertEquals("上限は1分に3回です。20秒お待ちください。", refusal.detail());
  }

  @Test
  void oneOfficeDoesNotSpendForAnother() {
    spendAll(HARUKAZE);

    assertDoesNotThrow(() -> budget.spend(AOBA, clock, 3));
  }

  @Test
  void theNextMinuteBeginsAnew() {
    spendAll(HARUKAZE);
    now = now.plusSeconds(20);

    assertDoesNotThrow(() -> budget.spend(HARUKAZE, clock, 3));
  }

  private void spendAll(OfficeNumber office) {
    for (int i = 0; i < 3; i++) {
      budget.spend(office, clock, 3);
    }
  }
}
