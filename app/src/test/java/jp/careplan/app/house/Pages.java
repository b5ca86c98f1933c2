package jp.careplan.app.house;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every view and every servlet of the house, found in the sources. */
public final class Pages {
  private Pages() {}

  /** Their addresses; that of a servlet for a whole path ends with {@code /*}. */
  public static NavigableSet<String> all() throws IOException {
    NavigableSet<String> doors = new TreeSet<>();
    for (Path root : roots()) {
      try (Stream<Path> files = Files.walk(root)) {
        files
            .map(file -> "/" + root.relativize(file).toString().replace('\\', '/'))
            .filter(name -> name.endsWith(".xhtml") && !name.startsWith("/WEB-INF/"))
            .map(name -> name.substring(0, name.length() - ".xhtml".length()))
            .forEach(doors::add);
      }
    }
    new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("jp.careplan")
            .stream()
            .filter(type -> type.isAnnotatedWith(WebServlet.class))
            .map(type -> type.getAnnotationOfType(WebServlet.class))
            .flatMap(servlet -> Stream.of(servlet.value(), servlet.urlPatterns()))
            .flatMap(Stream::of)
            .forEach(doors::add);
    return doors;
  }

  private static List<Path> roots() throws IOException {
    List<Path> roots = new ArrayList<>();
    roots.add(Folders.project().resolve("app/src/main/webapp"));
    try (Stream<Path> modules = Files.list(Folders.project().resolve("modules"))) {
      modules
          .map(module -> module.resolve("src/main/resources/META-INF/resources"))
          .filter(Files::isDirectory)
          .forEach(roots::add);
    }
    return roots;
  }
}
