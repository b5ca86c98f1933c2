package jp.careplan.launcher.profile;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Locale;
import java.util.Set;

/** Files that their owner alone may read. On Windows a folder below the user's own is private. */
final class OwnerOnly {
  private static final Set<PosixFilePermission> OF_OTHERS = fromString("---rwxrwx");

  private OwnerOnly() {}

  static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  static FileAttribute<?>[] fileAttributes(Path folder) {
    return posix(folder)
        ? new FileAttribute<?>[] {asFileAttribute(fromString("rw-------"))}
        : new FileAttribute<?>[0];
  }

  static void createFolder(Path folder) throws IOException {
    if (posix(folder)) {
      Files.createDirectories(folder, asFileAttribute(fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
    }
  }

  /** Whether someone else than the owner could read a file, or the owner is not this user. */
  static boolean isOpenToOthers(Path file) throws IOException {
    if (posix(file)) {
      return Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains)
          || !ownedByMe(file);
    }
    var acl = Files.getFileAttributeView(file, AclFileAttributeView.class);
    if (acl == null) {
      return false;
    }
    UserPrincipal owner = acl.getOwner();
    return acl.getAcl().stream()
        .filter(OwnerOnly::letsRead)
        .anyMatch(entry -> !entry.principal().equals(owner) && !ofTheSystem(entry.principal()));
  }

  private static boolean ownedByMe(Path file) throws IOException {
    String me = System.getProperty("user.name", "");
    return Files.getOwner(file).getName().equals(me);
  }

  private static boolean letsRead(AclEntry entry) {
    return entry.type() == AclEntryType.ALLOW
        && entry.permissions().contains(AclEntryPermission.READ_DATA);
  }

  private static boolean ofTheSystem(UserPrincipal principal) {
    String name = principal.getName().toUpperCase(Locale.ROOT);
    return name.endsWith("\\SYSTEM") || name.endsWith("\\ADMINISTRATORS");
  }
}
