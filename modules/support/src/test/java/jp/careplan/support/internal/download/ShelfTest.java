package jp.careplan.support.internal.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.careplan.kernel.Sha256;
import jp.careplan.support.LauncherPackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShelfTest {
  @TempDir private Path folder;

  private void lay(String file, String version, String... more) throws IOException {
    Files.writeString(folder.resolve(file), "bytes of " + file);
    Files.writeString(
        folder.resolve(file + ".properties"),
        "version=" + version + "\nplatform=ANY\nreleased=2026-11-01\n" + String.join("\n", more));
  }

  private List<LauncherPackage> offered() throws IOException {
    return Shelf.of(folder, Shelf.EMPTY).packages();
  }

  @Test
  void theNewestVersionIsTheHighestNumber() throws IOException {
    lay("a.zip", "0.9");
    lay("b.zip", "0.10");
    lay("c.zip", "0.2.5");

    assertEquals(
        List.of("0.10", "0.9", "0.2.5"), offered().stream().map(LauncherPackage::version).toList());
  }

  @Test
  void sizeAndHashAreThoseOfTheBytes() throws IOException {
    lay("a.zip", "1.0", "requirements=Java 21以上", "notes=速くなりました。\\n直しました。");

    LauncherPackage one = offered().getFirst();

    assertEquals(Sha256.hex("bytes of a.zip"), one.sha256());
    assertEquals("bytes of a.zip".length(), one.bytes());
    assertEquals(List.of("速くなりました。", "直しました。"), one.notes());
    assertTrue(one.signer().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"version=x", "platform=AMIGA", "released=someday", "sha256=00"})
  void whatTheManifestDoesNotHoldIsNotOffered(String line) throws IOException {
    lay("good.zip", "1.0");
    lay("bad.zip", "1.1", line);

    Shelf shelf = Shelf.of(folder, Shelf.EMPTY);

    assertEquals(
        List.of("good.zip"), shelf.packages().stream().map(LauncherPackage::file).toList());
    assertEquals(1, shelf.faults().size());
  }

  @Test
  void aPackageWithoutItsFileOrWithoutItsManifestIsNotOffered() throws IOException {
    lay("a.zip", "1.0");
    Files.delete(folder.resolve("a.zip"));
    Files.writeString(folder.resolve("b.zip"), "bytes");

    assertEquals(List.of(), offered());
  }

  @Test
  void aSignatureThatNobodyCanVerifyKeepsThePackageBack() throws IOException {
    lay("a.zip", "1.0");
    Files.writeString(folder.resolve("a.zip.sig"), "no signature");

    assertEquals(List.of(), offered());
  }

  @Test
  void anUnchangedFolderIsNotReadAgain() throws IOException {
    lay("a.zip", "1.0");
    Shelf first = Shelf.of(folder, Shelf.EMPTY);

    assertSame(first, Shelf.of(folder, first));
    lay("b.zip", "1.1");
    assertEquals("1.1", Shelf.of(folder, first).packages().getFirst().version());
  }
}
