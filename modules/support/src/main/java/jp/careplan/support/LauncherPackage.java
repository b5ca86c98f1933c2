package jp.careplan.support;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A package of the launcher (連携クライアント) that anyone may fetch. Nothing of it is taken on trust: size
 * and hash are those of the bytes, and a signature is told only where it was verified.
 *
 * @param sha256 64 hexadecimal digits
 * @param requirements what the PC has to have, in the operator's words; may be empty
 * @param notes what is new, a line each
 * @param signer whose signature over it was verified; empty where it has none
 */
public record LauncherPackage(
    String file,
    String version,
    Platform platform,
    LocalDate released,
    long bytes,
    String sha256,
    String requirements,
    List<String> notes,
    Optional<String> signer) {
  /** The newest version first; of one version in the order of the platforms. */
  public static final Comparator<LauncherPackage> NEWEST_FIRST =
      Comparator.comparing(LauncherPackage::version, LauncherPackage::compareVersions)
          .reversed()
          .thenComparing(LauncherPackage::platform)
          .thenComparing(LauncherPackage::file);

  /** What a package runs on. */
  public enum Platform {
    WINDOWS("Windows"),
    MACOS("macOS"),
    LINUX("Linux"),
    ANY("Windows・macOS・Linux共通");

    private final String label;

    Platform(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** Numbers parted by dots, as numbers: 0.10 comes after 0.9. */
  public static int compareVersions(String one, String other) {
    return Arrays.compare(numbers(one), numbers(other));
  }

  private static int[] numbers(String version) {
    int[] numbers = Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    int length = numbers.length;
    while (length > 0 && numbers[length - 1] == 0) { // 1.0 is 1
      length--;
    }
    return Arrays.copyOf(numbers, length);
  }

  public String address() {
    return "/support/downloads/" + file;
  }

  public String signatureAddress() {
    return address() + ".sig";
  }
}
