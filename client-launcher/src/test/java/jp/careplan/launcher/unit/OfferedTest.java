package jp.careplan.launcher.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.careplan.launcher.trouble.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfferedTest {
  private static final String ADDRESSES = "_9970000011_43_9970000022_11_20260520113000";

  private @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPPLAN_202606_9970000011_43_9970000022_11_20260520113000.CSV",
        "UPPLAN_202502_9970000011_9970000022_20250120113000.CSV",
        "UPHOSOKU_000000_9970000011_43_9970000022_11_20260520101500.CSV",
        "UPKIHON_SUB1_9900000066_46_99A0000077_A2_20260416090000.CSV",
        "UPYOBO_SUB_9900000066_46_99A0000077_A2_20260416090000.CSV",
        "UPKIHON_IMAGE_9900000066_46_99A0000077_A2_20260416090000_0001.jpg",
        "UPKIHON_IMAGE_9900000066_46_99A0000077_A2_20260416090000_0001.JPG",
        "DLTPLAN_202606_9970000011_43_9970000022_11_20260521080000.csv"
      })
  void knowsTheNamesOfTheStandard(String name) {
    assertTrue(FileName.parse(name).isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPPLAN_202606_9970000011_43_9970000022_11_202605201130.CSV",
        "UPPLAN (1)_202606_9970000011_43_9970000022_11_20260520113000.CSV",
        "UPPLAN_202606_9970000011_43_9970000022_11_20260520113000.CSV.txt",
        "名簿.CSV",
        "upplan_202606_9970000011_43_9970000022_11_20260520113000.CSV"
      })
  void doesNotTakeOtherNames(String name) {
    assertTrue(FileName.parse(name).isEmpty());
  }

  @Test
  void groupsWhatHasTheSameAddressesAndSequence() throws IOException {
    file("a/UPPLAN_202606" + ADDRESSES + ".CSV");
    file("a/UPSIKYU_202606" + ADDRESSES + ".CSV");
    file("a/UPPLAN_202606_9970000011_43_9970000022_11_20260520120000.CSV");
    file("a/UPPLAN_202606_9970000011_43_9970000033_11_20260520113000.CSV");

    var offered = Offered.of(List.of(folder));

    assertEquals(List.of(2, 1, 1), offered.units().stream().map(it -> it.files().size()).toList());
  }

  @Test
  void neverGroupsAcrossFolders() throws IOException {
    file("a/UPPLAN_202606" + ADDRESSES + ".CSV");
    file("b/UPSIKYU_202606" + ADDRESSES + ".CSV");

    assertEquals(2, Offered.of(List.of(folder)).units().size());
  }

  @Test
  void takesAFileThatIsNamedTwiceOnce() throws IOException {
    Path file = file("a/UPPLAN_202606" + ADDRESSES + ".CSV");

    var offered = Offered.of(List.of(file, folder, folder.resolve("a/../a")));

    assertEquals(1, offered.units().get(0).files().size());
  }

  @Test
  void offersInOrderOfTheSequence() throws IOException {
    file("b/UPPLAN_202606_9970000011_43_9970000022_11_20260520120000.CSV");
    file("c/UPPLAN_202606_9970000011_43_9970000022_11_20260520110000.CSV");

    var sequences =
        Offered.of(List.of(folder)).units().stream().map(SendingUnit::sequence).toList();

    assertEquals(List.of("20260520110000", "20260520120000"), sequences);
  }

  @Test
  void namesTheUnitAfterItsHead() throws IOException {
    file("a/UPHOSOKU_202606" + ADDRESSES + ".CSV");
    file("a/UPPLAN_202606" + ADDRESSES + ".CSV");

    var unit = Offered.of(List.of(folder)).units().get(0);

    assertEquals("第6・7表", unit.label());
    assertEquals("202606", unit.month().orElseThrow());
  }

  @Test
  void partsForeignNamesFromForeignFiles() throws IOException {
    file("a/名簿.CSV");
    file("a/memo.txt");

    var offered = Offered.of(List.of(folder));

    assertEquals(1, offered.misfits().size());
    assertEquals(1, offered.passedOver().size());
  }

  @Test
  void saysWhichFileIsNotThere() {
    var missing = List.of(folder.resolve("missing.CSV"));

    assertTrue(
        assertThrows(Trouble.class, () -> Offered.of(missing)).problem().code().equals("CL-107"));
  }

  @Test
  void hasTheSameFingerprintInAnyFolder() throws IOException {
    Path one = file("a/UPPLAN_202606" + ADDRESSES + ".CSV");
    Path other = file("b/UPPLAN_202606" + ADDRESSES + ".CSV");

    assertEquals(
        Manifest.of(List.of(one)).contentHash(), Manifest.of(List.of(other)).contentHash());
  }

  private Path file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
    return Files.writeString(file, "same");
  }
}
