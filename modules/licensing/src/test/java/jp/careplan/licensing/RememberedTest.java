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
      remembered.statusOf(OFFICE, TODAY, () -> counted(reads));
    }
    remembered.statusOf(OFFICE, TODAY.plusDays(1), () -> counted(reads));

    assertEquals(2, reads.get());
  }

  private static LicenseStatus counted(AtomicInteger reads) {
    reads.incrementAndGet();
    return new None();
  }

  @Test
  void whatWasReadBeforeAChangeIsNotKept() {
    remembered.statusOf(
        OFFICE,
        TODAY,
        () -> {
          remembered.forget(OFFICE); // the change is committed while the old rows are in hand
          return new Running(TODAY, false);
        });

    var afterwards = remembered.statusOf(OFFICE, TODAY, () -> new Ended(TODAY));

    assertEquals(new Ended(TODAY), afterwards);
  }
}
