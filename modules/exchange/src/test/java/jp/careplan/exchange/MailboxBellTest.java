package jp.careplan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jp.careplan.kernel.OfficeNumber;
import org.junit.jupiter.api.Test;

class MailboxBellTest {
  private static final OfficeNumber AOBA = new OfficeNumber("9970000022");
  private static final OfficeNumber HARUKAZE = new OfficeNumber("9970000011");

  private final MailboxBell bell = new MailboxBell();

  @Test
  void everyoneWhoWaitsForAnOfficeIsWoken() {
    var first = bell.nextRing(AOBA);
    var second = bell.nextRing(AOBA);

    bell.on(new MailboxChanged(AOBA));

    assertTrue(first.isDone());
    assertTrue(second.isDone());
  }

  @Test
  void nobodyIsWokenForAnotherOffice() {
    var ring = bell.nextRing(AOBA);

    bell.on(new MailboxChanged(HARUKAZE));

    assertFalse(ring.isDone());
  }

  @Test
  void whoStopsWaitingIsForgotten() {
    bell.nextRing(AOBA).cancel(false);
    bell.nextRing(HARUKAZE).complete(null);
    var waiting = bell.nextRing(AOBA);

    bell.on(new MailboxChanged(AOBA));

    assertTrue(waiting.isDone());
    assertEquals(0, bell.size());
  }
}
