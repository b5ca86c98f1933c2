package jp.careplan.app.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.Stream;
import jp.careplan.kernel.PublicDoor;

/**
 * One method at one address of the API, read from the classes, so that a new one is never
 * forgotten.
 *
 * @param path below {@code /api/v1} or {@code /public/v1}, with its placeholders
 * @param isPublic whether it answers on the public listener
 */
public record Door(String method, String path, boolean isPublic) {
  public static List<Door> all() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("jp.careplan")
            .stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .flatMap(Door::of)
            .sorted((a, b) -> a.toString().compareTo(b.toString()))
            .toList();
  }

  private static Stream<Door> of(JavaClass resource) {
    return resource.getMethods().stream()
        .flatMap(method ->
            method.getAnnotations().stream()
                .filter(it -> it.getRawType().isAnnotatedWith(HttpMethod.class))
                .map(it ->
                    new Door(
                        it.getRawType().getSimpleName(),
                        path(resource, method),
                        resource.isAnnotatedWith(PublicDoor.class))));
  }

  private static String path(JavaClass resource, JavaMethod method) {
    String base = slashed(resource.getAnnotationOfType(Path.class).value());
    return method
        .tryGetAnnotationOfType(Path.class)
        .map(more -> base + slashed(more.value().replaceAll("\\{(\\w+):[^}]*}", "{$1}")))
        .orElse(base);
  }

  private static String slashed(String path) {
    return path.isEmpty() || path.startsWith("/") ? path : "/" + path;
  }

  /** Its address for one transmission. */
  public String pathFor(Object transmission) {
    return path.replace("{id}", transmission.toString())
        .replace("{name}", "UPPLAN.CSV")
        .replace("{place}", "1")
        .replace("{picture}", "1")
        .replaceAll("[{}]", "");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
