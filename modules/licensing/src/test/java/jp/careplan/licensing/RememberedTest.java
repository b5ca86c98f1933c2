package jp.careplan.licensing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.licensing.LicenseStatus.Ended;
import jp.careplan.licensing.LicenseStatus.None;
import jp.careplan.licensing.LicenseStatus.Running;
import org.junit.jupiter.api.Test;

class RememberedTest {
  private static final OfficeNumber OFFICE = new OfficeNumber("9970000011");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private final Remembered remembered = new Remembered();

  @Test
  void readsOnceADay() {
    var reads = new AtomicInteger();

    for (int i = 0; i < 3; i++) {
      remembered.standingOf(OFFICE, TODAY, () -> counted(reads));
    }
    remembered.standingOf(OFFICE, TODAY.plusDays(1), () -> counted(reads));

    assertEquals(2, reads.get());
  }

  private static Standing counted(AtomicInteger reads) {
    reads.incrementAndGet();
    return new Standing(new None(), false);
  }

  @Test
  void whatWasReadBeforeAChangeIsNotKept() {
    remembered.standingOf(
        OFFICE,
        TODAY,
        () -> {
          remembered.forget(OFFICE); // the change is committed while the old rows are in hand
          return new Standing(new Running(TODAY, false), false);
        });

    var afterwards =
        remembered.standingOf(OFFICE, TODAY, () -> new Standing(new Ended(TODAY), false));

    assertEquals(new Ended(TODAY), afterwards.license());
  }
}
