package jp.careplan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.careplan.app.house.ContractDocument;
import jp.careplan.app.house.Folders;
import org.junit.jupiter.api.Test;

/** The contract as a document that tools of others read. */
class ContractDocumentTest {
  private static final ContractDocument CONTRACT = ContractDocument.read();

  @Test
  void itIsOpenApi31() {
    assertEquals(List.of(), CONTRACT.faults());
  }

  @Test
  void itsSchemasAreJsonSchema() {
    List<String> faults =
        CONTRACT.schemas().entrySet().stream()
            .flatMap(it ->
                CONTRACT.faultsOf(it.getValue()).stream().map(fault -> it.getKey() + " " + fault))
            .toList();

    assertEquals(List.of(), faults);
  }

  @Test
  void itsExamplesFitTheirSchemas() {
    List<String> misfits =
        CONTRACT.examples().stream()
            .flatMap(it ->
                CONTRACT.misfits(it.place(), it.value()).stream()
                    .map(misfit -> it.place() + " " + misfit))
            .distinct()
            .toList();

    assertEquals(List.of(), misfits);
  }

  @Test
  void aValueThatDoesNotFitIsNoticed() {
    var number = JsonNodeFactory.instance.textNode("1");

    assertFalse(CONTRACT.misfits("/components/schemas/OfficeNumber", number).isEmpty());
  }

  @Test
  void aMemberThatNobodyWroteDownIsNoticedInAnAnswer() {
    var office = JsonNodeFactory.instance.objectNode();
    office.put("number", "9970000011").put("name", "見本").put("secret", "?");
    String schema = "/components/schemas/Office";

    assertEquals(List.of(), CONTRACT.misfits(schema, office));
    assertFalse(ContractDocument.strict().misfits(schema, office).isEmpty());
  }

  /**
   * What the pages of an office and its account can, and by which call or why by none: the tables
   * of the README.
   */
  @Test
  void everyPageOfAnOfficeStandsInTheTableWithCallsThatThereAre() throws IOException {
    List<String> rows =
        Files.readAllLines(Folders.project().resolve("docs/api/README.md")).stream()
            .filter(line -> line.startsWith("| `/office/") || line.startsWith("| `/account/"))
            .toList();
    Set<String> pages = found("^\\| `(/[a-z]+/[a-z-]+)`", rows);
    Set<String> calls = found("`([a-zA-Z]+)`", rows);

    calls.removeAll(operations());
    assertEquals(Set.of(), calls);
    assertEquals(pages(), pages);
  }

  private static Set<String> found(String pattern, List<String> lines) {
    return lines.stream()
        .flatMap(line -> Pattern.compile(pattern).matcher(line).results())
        .map(it -> it.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> operations() {
    return found("operationId: ([a-zA-Z]+)", ContractDocument.text().lines().toList());
  }

  private static Set<String> pages() throws IOException {
    Set<String> pages = new TreeSet<>();
    for (String module : List.of("application", "licensing", "exchange", "support")) {
      for (String place : List.of("office", "account")) {
        Path folder =
            Folders.project()
                .resolve("modules/" + module + "/src/main/resources/META-INF/resources/" + place);
        if (Files.isDirectory(folder)) {
          pages.addAll(pages(folder, place));
        }
      }
    }
    return pages;
  }

  private static List<String> pages(Path folder, String place) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(it -> it.getFileName().toString())
          .filter(it -> it.endsWith(".xhtml"))
          .map(it -> "/" + place + "/" + it.replace(".xhtml", ""))
          .toList();
    }
  }
}
