package jp.careplan.application.view;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PageLockTest {
  private static final Instant NOON = Instant.parse("2026-06-25T03:00:00Z");
  private static final Duration LONG = PageLock.OPEN.plusMinutes(1);

  private final PageLock lock = new PageLock();

  @Test
  void isClosedWhereNobodyOpenedIt() {
    assertTrue(lock.isClosed(NOON));
  }

  @Test
  void closesWithoutAHand() {
    lock.open(NOON);

    assertFalse(lock.isClosed(NOON.plus(PageLock.OPEN)));
    assertTrue(lock.isClosed(NOON.plus(LONG)));
  }

  @Test
  void staysOpenUnderAHand() {
    lock.open(NOON);

    lock.hand(NOON.plus(PageLock.OPEN));

    assertFalse(lock.isClosed(NOON.plus(LONG)));
  }

  @Test
  void isNotOpenedByAHandOnceClosed() {
    lock.open(NOON);

    lock.hand(NOON.plus(LONG));

    assertTrue(lock.isClosed(NOON.plus(LONG)));
  }
}
