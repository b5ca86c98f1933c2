package jp.careplan.kernel;

import static jp.careplan.kernel.KernelProblem.BAD_USER_ID;
import static jp.careplan.kernel.KernelProblem.PROXY_USER_ID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserIdTest {
  private static final KjUserId ACCOUNT = new KjUserId("KJ999970000011");

  @Test
  void theOfficesOwnIdIsNoStaff() {
    UserId user = ACCOUNT.user();

    assertFalse(user.isStaff());
    assertEquals(ACCOUNT, user.account());
  }

  @Test
  void staffBelongToTheOfficeBeforeTheHyphen() {
    UserId user = UserId.ofStaff(ACCOUNT, 7);

    assertEquals("KJ999970000011-07", user.value());
    assertTrue(user.isStaff());
    assertEquals(ACCOUNT, user.account());
    assertEquals("9970000011", user.office().value());
    assertEquals("KJ999970000011-100", UserId.ofStaff(ACCOUNT, 100).value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "KJ",
        "KJ99997000001",
        "KJ999970000011-",
        "KJ999970000011-0",
        "KJ999970000011-00",
        "KJ999970000011-007",
        "KJ999970000011-1000",
        "KJ99997000001101",
        "KJ999970000011-1a",
        "kj999970000011"
      })
  void anythingElseIsRefused(String text) {
    var refusal = assertThrows(DomainException.class, () -> new UserId(text));

    assertEquals(BAD_USER_ID, refusal.code());
  }

  @Test
  void idsOfProxiesAreRefusedWithTheirReason() {
    var refusal = assertThrows(DomainException.class, () -> new UserId("HD999970000011-01"));

    assertEquals(PROXY_USER_ID, refusal.code());
  }
}
