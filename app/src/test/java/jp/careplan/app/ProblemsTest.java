package jp.careplan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.careplan.app.house.Folders;
import jp.careplan.kernel.ProblemCode;
import org.junit.jupiter.api.Test;

/** The codes that are read out on the telephone, and the document that explains them. */
class ProblemsTest {
  private static final List<ProblemCode> CODES =
      new ClassFileImporter()
              .withImportOption(new ImportOption.DoNotIncludeTests())
              .importPackages("jp.careplan")
              .stream()
              .filter(type -> type.isEnum() && type.isAssignableTo(ProblemCode.class))
              .map(JavaClass::reflect)
              .flatMap(type -> Stream.of(Objects.requireNonNull(type.getEnumConstants())))
              .map(ProblemCode.class::cast)
              .sorted(Comparator.comparing(ProblemCode::code))
              .toList();

  @Test
  void everyCodeStandsForOneProblem() {
    assertEquals(CODES.size(), CODES.stream().map(ProblemCode::code).distinct().count());
  }

  @Test
  void aCodeIsTwoLettersAndThreeDigits() {
    CODES.forEach(it -> assertTrue(it.code().matches("[A-Z]{2}-[0-9]{3}"), it.code()));
  }

  @Test
  void aProblemIsARefusalWithARemedy() {
    CODES.forEach(it -> {
      assertTrue(it.status() >= 400 && it.status() < 600, it.code());
      assertTrue(it.title().length() > 5, it.code());
      assertTrue(it.remedy().endsWith("。"), it.code());
    });
  }

  @Test
  void theDocumentListsExactlyTheCodesThereAre() throws IOException {
    List<String> documented =
        Files.readAllLines(Folders.project().resolve("docs/api/problems.md")).stream()
            .filter(line -> line.matches("\\| `[A-Z]{2}-[0-9]{3}` .*"))
            .toList();

    assertEquals(CODES.stream().map(ProblemsTest::line).toList(), documented);
  }

  private static String line(ProblemCode it) {
    return "| `%s` | %d | %s | %s |".formatted(it.code(), it.status(), it.title(), it.remedy());
  }
}
