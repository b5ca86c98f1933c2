package jp.careplan.support.internal.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.careplan.support.LauncherPackage;
import jp.careplan.support.LauncherPackage.Platform;

/**
 * The packages of a folder as they lay there at one moment. Each has a manifest beside it ({@code
 * NAME.properties}, UTF-8); one that is not as its manifest or its signature says is not offered.
 *
 * @param stamp what lay in the folder: other files, another stamp
 * @param faults a line for each package that is not offered
 */
public record Shelf(List<LauncherPackage> packages, String stamp, List<String> faults) {
  public static final Shelf EMPTY = new Shelf(List.of(), "", List.of());

  private static final String MANIFEST = ".properties";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");
  private static final Pattern VERSION = Pattern.compile("[0-9]{1,5}(\\.[0-9]{1,5}){0,3}");

  /** Reads the folder anew where something in it changed; large files take a while. */
  public static Shelf of(Path folder, Shelf before) throws IOException {
    String stamp = stamp(folder);
    return stamp.equals(before.stamp()) ? before : read(folder, stamp);
  }

  private static String stamp(Path folder) throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        FileTime changed = Files.getLastModifiedTime(file);
        found.put(file.getFileName().toString(), Files.size(file) + " " + changed);
      }
    }
    return found.toString();
  }

  private static Shelf read(Path folder, String stamp) throws IOException {
    List<LauncherPackage> packages = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    try (DirectoryStream<Path> manifests = Files.newDirectoryStream(folder, "*" + MANIFEST)) {
      for (Path manifest : manifests) {
        try {
          packages.add(onePackage(manifest));
        } catch (IOException
            | GeneralSecurityException
            | DateTimeException
            | IllegalArgumentException e) {
          faults.add(manifest.getFileName() + ": " + e.getMessage());
        }
      }
    }
    packages.sort(LauncherPackage.NEWEST_FIRST);
    return new Shelf(List.copyOf(packages), stamp, List.copyOf(faults));
  }

  private static LauncherPackage onePackage(Path manifest)
      throws IOException, GeneralSecurityException {
    String name = manifest.getFileName().toString();
    String file = name.substring(0, name.length() - MANIFEST.length());
    Path bytes = manifest.resolveSibling(file);
    must(NAME.matcher(file).matches(), "the name may have letters, digits, . _ and - alone");
    must(Files.isRegularFile(bytes), "no such package");
    var said = new Properties();
    try (Reader reader = Files.newBufferedReader(manifest, StandardCharsets.UTF_8)) {
      said.load(reader);
    }
    String version = said.getProperty("version", "");
    must(VERSION.matcher(version).matches(), "version: expected numbers parted by dots");
    String hash = hash(bytes);
    must(said.getProperty("sha256", hash).equalsIgnoreCase(hash), "sha256 is not that of the file");
    return new LauncherPackage(
        file,
        version,
        Platform.valueOf(said.getProperty("platform", "")),
        LocalDate.parse(said.getProperty("released", "")),
        Files.size(bytes),
        hash,
        said.getProperty("requirements", "").strip(),
        Stream.of(said.getProperty("notes", "").split("\n"))
            .map(String::strip)
            .filter(it -> !it.isEmpty())
            .toList(),
        signer(bytes));
  }

  private static Optional<String> signer(Path bytes) throws IOException, GeneralSecurityException {
    Path signature = bytes.resolveSibling(bytes.getFileName() + ".sig");
    if (!Files.exists(signature)) {
      return Optional.empty();
    }
    Signer signer = Signer.of(signature.resolveSibling(""));
    must(signer.signed(bytes, signature), "the signature is not that of " + Signer.FILE);
    return Optional.of(signer.name());
  }

  private static void must(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private static String hash(Path file) throws IOException, GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
