package jp.careplan.launcher.errand;

import java.lang.module.ModuleDescriptor.Version;
import java.util.Optional;

/** Which version (版) runs here; told by the jar, so classes outside of one have none. */
public final class OwnVersion {
  private OwnVersion() {}

  public static Optional<String> find() {
    return Optional.ofNullable(OwnVersion.class.getPackage().getImplementationVersion());
  }

  static boolean isOlderThan(String own, String other) {
    try {
      return Version.parse(own).compareTo(Version.parse(other)) < 0;
    } catch (IllegalArgumentException e) {
      return false; // nothing that this launcher understands
    }
  }
}
