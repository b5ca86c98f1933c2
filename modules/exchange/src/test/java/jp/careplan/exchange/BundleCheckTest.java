package jp.careplan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KernelProblem;
import jp.careplan.kernel.OfficeNumber;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleCheckTest {
  private static final String NAME = "UPPLAN_202606_9970000011_43_9970000022_11_20260520113000.CSV";

  @ParameterizedTest
  @ValueSource(strings = {NAME, "UPPLAN_202606_9970000011_43_9970000022_11_20260520113000.csv"})
  void noTwoFilesOfAUnitBearOneName(String second) {
    var files =
        List.of(new OfferedFile(NAME, new byte[] {'1'}), new OfferedFile(second, new byte[] {'2'}));

    var refusal =
        assertThrows(
            DomainException.class,
            () -> new BundleCheck().all(new OfficeNumber("9970000011"), files));

    assertEquals(KernelProblem.BAD_REQUEST, refusal.code());
  }
}
