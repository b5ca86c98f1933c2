package jp.careplan.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import jp.careplan.app.house.Database;
import jp.careplan.app.house.Folders;
import jp.careplan.app.house.Node;

/**
 * The same server, started by the same script with the same listeners and options, with a WAR that
 * holds one resource and nothing else.
 */
final class EmptyHouse {
  private static final List<String> PREPARATION = List.of("Preparation", "Settings");

  private EmptyHouse() {}

  /** Lays a deployment beside a copy of the project's scripts and starts it. */
  static Node start(Path folder) throws IOException {
    Path app = Folders.project().resolve("app");
    copy(
        app.resolve("target/test-classes/jp/careplan/app/bench/empty"),
        folder.resolve("target/ROOT/WEB-INF/classes/jp/careplan/app/bench/empty"),
        "Empty");
    return startBare(folder);
  }

  /** The same with a WAR of files alone. */
  static Node startWith(Path folder, Map<String, byte[]> files) throws IOException {
    Path root = folder.resolve("target/ROOT");
    for (var file : files.entrySet()) {
      Path place = root.resolve(file.getKey());
      Files.createDirectories(Objects.requireNonNull(place.getParent()));
      Files.write(place, file.getValue());
    }
    return startBare(folder);
  }

  private static Node startBare(Path folder) throws IOException {
    Path app = Folders.project().resolve("app");
    copy(app.resolve("bin"), folder.resolve("bin"), "");
    Path target = Files.createDirectories(folder.resolve("target"));
    Files.createSymbolicLink(
        target.resolve("payara-micro.jar"), app.resolve("target/payara-micro.jar"));
    Path classes = target.resolve("ROOT/WEB-INF/classes/jp/careplan/app");
    Path setup = app.resolve("target/classes/jp/careplan/app/setup");
    for (String type : PREPARATION) { // writes the listeners; the server itself never loads it
      copy(setup, classes.resolve("setup"), type);
    }
    return Node.start(folder.resolve("bin/serve"), new Database.Embedded(), Map.of());
  }

  private static void copy(Path from, Path to, String prefix) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.startsWith(prefix)) {
          Files.copy(file, to.resolve(name), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }
}
