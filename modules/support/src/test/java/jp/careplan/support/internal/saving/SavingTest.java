package jp.careplan.support.internal.saving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SavingTest {
  /** 60 and 40 a month, 9 minutes and 20 yen each, 1,500 yen an hour. */
  private static Saving saving(int fee) {
    return new Saving(60, 40, 9, 1_500, 20, 33, fee);
  }

  @Test
  void aMonthIsCountedOnBothSides() {
    assertEquals(900, saving(0).today().minutes());
    assertEquals(22_500, saving(0).today().labour());
    assertEquals(2_000, saving(0).today().expenses());
    assertEquals(297, saving(0).withSystem().minutes());
    assertEquals(7_425, saving(0).withSystem().yen());
    assertEquals(603, saving(0).minutesAMonth());
    assertEquals(17_075, saving(0).yenAMonth());
  }

  @Test
  void aYearIsTwelveMonthsLessTheFee() {
    assertEquals(204_900, saving(21_000).yenAYear());
    assertEquals(183_900, saving(21_000).yenAYearAfterFee());
  }

  @Test
  void whoHasLittleToSendMayPayMore() {
    assertEquals(-21_000, new Saving(0, 0, 9, 1_500, 20, 33, 21_000).yenAYearAfterFee());
  }

  @Test
  void theLargestNumbersThatCanBeTypedDoNotOverflow() {
    var most = new Saving(9_999, 9_999, 480, 99_999, 99_999, 0, 0);

    assertEquals(9_599_040, most.today().minutes());
    assertEquals(most.today().yen() * 12, most.yenAYear());
    assertTrue(most.yenAYear() > 0);
  }
}
