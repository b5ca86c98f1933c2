package jp.careplan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.careplan.app.house.Contract;
import jp.careplan.app.house.ContractDocument;
import jp.careplan.app.house.Folders;
import jp.careplan.app.house.ProblemExamples;
import jp.careplan.kernel.ProblemCode;
import org.junit.jupiter.api.Test;

/** The contract and the code name the same calls and the same problems. */
class OpenApiTest {
  private static final OpenAPI CONTRACT = Contract.read();
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("jp.careplan");

  @Test
  void everyCallOfTheCodeStandsInTheContractAndViceVersa() {
    Set<String> inCode =
        resources().flatMap(OpenApiTest::calls).collect(Collectors.toCollection(TreeSet::new));

    Set<String> inContract = new TreeSet<>();
    CONTRACT
        .getPaths()
        .forEach((path, item) ->
            item.readOperationsMap()
                .keySet()
                .forEach(method -> inContract.add(method + " " + path)));

    assertEquals(inCode, inContract);
  }

  @Test
  void everyProblemCodeOfTheContractIsOneOfTheCodeAndTravelsUnderItsStatus() {
    Map<String, Integer> statuses = new TreeMap<>();
    problems().forEach(problem -> statuses.put(problem.code(), problem.status()));

    List<String> wrong =
        operations()
            .flatMap(operation ->
                operation.getResponses().entrySet().stream()
                    .flatMap(response ->
                        codes(response.getValue().getExtensions())
                            .filter(code ->
                                !response.getKey().equals(String.valueOf(statuses.get(code))))
                            .map(code -> operation.getOperationId() + " " + code)))
            .toList();

    assertEquals(List.of(), wrong);
  }

  @Test
  void everyRefusalOfTheContractListsItsCodes() {
    List<String> silent =
        operations()
            .flatMap(operation ->
                operation.getResponses().entrySet().stream()
                    .filter(response -> response.getKey().compareTo("400") >= 0)
                    .filter(
                        response -> codes(response.getValue().getExtensions()).findAny().isEmpty())
                    .map(response -> operation.getOperationId() + " " + response.getKey()))
            .toList();

    assertEquals(List.of(), silent);
  }

  @Test
  void everyProblemThatACallAnswersWithHasItsExample() throws IOException {
    Map<String, ProblemCode> known =
        problems().collect(Collectors.toMap(ProblemCode::code, it -> it));
    String present = ContractDocument.text();

    String written = ProblemExamples.written(present, known);

    if (!written.equals(present)) {
      Path file = Folders.project().resolve("app/target/openapi.yaml");
      Files.writeString(file, written);
      fail("the examples are not those of the enums; take " + file + " in place of the contract");
    }
  }

  private static Stream<Class<?>> resources() {
    return HOUSE.stream()
        .filter(it -> it.isAnnotatedWith(jakarta.ws.rs.Path.class))
        .map(JavaClass::reflect);
  }

  private static Stream<String> calls(Class<?> resource) {
    return Arrays.stream(resource.getMethods())
        .flatMap(method ->
            Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type ->
                    type.getAnnotation(HttpMethod.class).value() + " " + path(resource, method)));
  }

  private static String path(Class<?> resource, Method method) {
    var own = method.getAnnotation(jakarta.ws.rs.Path.class);
    return Stream.of(
            resource.getAnnotation(jakarta.ws.rs.Path.class).value(),
            own == null ? "" : own.value())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("/", "/", ""))
        .replaceAll("\\{(\\w+):[^}]*}", "{$1}");
  }

  private static Stream<ProblemCode> problems() {
    return HOUSE.stream()
        .filter(it -> it.isEnum() && it.isAssignableTo(ProblemCode.class))
        .flatMap(it -> Arrays.stream(it.reflect().getEnumConstants()))
        .map(ProblemCode.class::cast);
  }

  private static Stream<Operation> operations() {
    return CONTRACT.getPaths().values().stream().flatMap(path -> path.readOperations().stream());
  }

  private static Stream<String> codes(
      @org.jspecify.annotations.Nullable Map<String, Object> extensions) {
    return extensions != null && extensions.get(Contract.CODES) instanceof Collection<?> codes
        ? codes.stream().map(String::valueOf)
        : Stream.empty();
  }
}
