package jp.careplan.app.setup;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.jar.JarFile;
import jp.careplan.kernel.Sha256;

/**
 * Fills the folder of the page 製品ダウンロード: lays the launcher of this build there as a package, and
 * signs the packages with a key of the operator.
 */
public final class DownloadsCommand {
  private static final int MISUSE = 2;
  private static final String MANIFEST = ".properties";

  private DownloadsCommand() {}

  /**
   * Arguments: {@code add FOLDER LAUNCHER [NOTES]} or {@code sign FOLDER KEY}; see the script
   * {@code app/bin/downloads}.
   */
  public static void main(String[] args) {
    try {
      if (args.length >= 3 && args.length <= 4 && args[0].equals("add")) {
        String notes = args.length == 4 ? Files.readString(Path.of(args[3])) : "";
        System.out.println(add(Path.of(args[1]), Path.of(args[2]), notes));
        return;
      }
      if (args.length == 3 && args[0].equals("sign")) {
        sign(Path.of(args[1]), Path.of(args[2]), System.getenv("CAREPLAN_PACKAGE_KEY_PASSWORD"));
        return;
      }
      System.err.println("downloads: expected add FOLDER [NOTES], or sign FOLDER KEY");
    } catch (IOException | GeneralSecurityException | IllegalStateException e) {
      System.err.println("downloads: " + e.getMessage());
    }
    System.exit(MISUSE);
  }

  /** The manifest comes last, so that nothing is offered half. */
  private static Path add(Path folder, Path launcher, String notes) throws IOException {
    Path jar = launcher.resolve("target/careplan.jar");
    String version = version(jar);
    String name = "careplan-" + version;
    Path made = Files.createDirectories(folder).resolve(name + ".zip");
    Path zip = Files.createTempDirectory(folder, ".making").resolve(name + ".zip");
    try (FileSystem inside =
        FileSystems.newFileSystem(
            URI.create("jar:" + zip.toUri()),
            Map.of("create", "true", "enablePosixFileAttributes", "true"))) {
      Path root = Files.createDirectory(inside.getPath(name));
      put(jar, root, "rw-r--r--");
      put(launcher.resolve("bin/careplan"), root, "rwxr-xr-x");
      put(launcher.resolve("bin/careplan.cmd"), root, "rw-r--r--");
      put(launcher.resolve("../LICENSE"), root, "rw-r--r--");
    }
    Files.deleteIfExists(folder.resolve(made.getFileName() + ".sig")); // it was over other bytes
    Files.deleteIfExists(folder.resolve(made.getFileName() + MANIFEST));
    Files.move(zip, made, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Files.delete(zip.resolveSibling("").normalize());
    describe(made, version, notes);
    return made;
  }

  private static void put(Path file, Path root, String permissions) throws IOException {
    Path copy = root.resolve(file.getFileName().toString());
    try (InputStream in = Files.newInputStream(file)) {
      Files.copy(in, copy);
    }
    Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString(permissions));
  }

  private static String version(Path jar) throws IOException {
    try (var opened = new JarFile(jar.toFile())) {
      String version = opened.getManifest().getMainAttributes().getValue("Implementation-Version");
      if (version == null) {
        throw new IllegalStateException(jar + " tells no version; build it with app/bin/build");
      }
      return version;
    }
  }

  private static void describe(Path made, String version, String notes) throws IOException {
    var said = new Properties();
    said.setProperty("version", version);
    said.setProperty("platform", "ANY");
    said.setProperty("released", LocalDate.now(java.time.ZoneId.of("Asia/Tokyo")).toString());
    said.setProperty("sha256", Sha256.hex(Files.readAllBytes(made)));
    said.setProperty("requirements", "Java 21以上が入ったWindows、macOS、Linuxのパソコン");
    said.setProperty("notes", notes);
    Path manifest = made.resolveSibling(made.getFileName() + MANIFEST);
    try (Writer out = Files.newBufferedWriter(manifest, StandardCharsets.UTF_8)) {
      said.store(out, null);
    }
  }

  /** All packages, so that one certificate verifies whatever lies there. */
  private static void sign(
      Path folder, Path key, @org.jspecify.annotations.Nullable String password)
      throws IOException, GeneralSecurityException {
    if (password == null) {
      throw new IllegalStateException("CAREPLAN_PACKAGE_KEY_PASSWORD must be given");
    }
    KeyStore store = KeyStore.getInstance(key.toFile(), password.toCharArray());
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias)) {
        var secret = (PrivateKey) store.getKey(alias, password.toCharArray());
        Certificate certificate = store.getCertificate(alias);
        requireValid(key, (X509Certificate) certificate);
        Files.writeString(folder.resolve("signer.pem"), pem(certificate));
        try (DirectoryStream<Path> manifests = Files.newDirectoryStream(folder, "*" + MANIFEST)) {
          for (Path manifest : manifests) {
            sign(manifest, secret);
          }
        }
        return;
      }
    }
    throw new IllegalStateException(key + " holds no key");
  }

  /** Before anything is changed: what lies there signed stays as it is. */
  private static void requireValid(Path key, X509Certificate certificate) {
    Instant now = Clock.systemUTC().instant();
    Instant from = certificate.getNotBefore().toInstant();
    Instant until = certificate.getNotAfter().toInstant();
    if (now.isBefore(from)) {
      throw new IllegalStateException(
          "the certificate in " + key + " is not valid before " + from + "; nothing was signed");
    }
    if (now.isAfter(until)) {
      throw new IllegalStateException(
          "the certificate in "
              + key
              + " expired on "
              + until
              + "; nothing was signed. Make a new key and certificate, and sign with them");
    }
  }

  private static void sign(Path manifest, PrivateKey key)
      throws IOException, GeneralSecurityException {
    String name = manifest.getFileName().toString();
    Path file = manifest.resolveSibling(name.substring(0, name.length() - MANIFEST.length()));
    var signing = Signature.getInstance("SHA256with" + algorithm(key));
    signing.initSign(key);
    signing.update(Files.readAllBytes(file));
    Files.write(file.resolveSibling(file.getFileName() + ".sig"), signing.sign());
    System.out.println("signed " + file.getFileName());
  }

  private static String algorithm(PrivateKey key) {
    return switch (key.getAlgorithm()) {
      case "EC" -> "ECDSA";
      case "RSA" -> "RSA";
      default -> throw new IllegalStateException("expected an EC or an RSA key");
    };
  }

  private static String pem(Certificate certificate) throws GeneralSecurityException {
    byte[] line = {'\n'};
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, line).encodeToString(certificate.getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }
}
