package jp.careplan.app.house;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code docs/api/openapi.yaml} as a document: whether it is OpenAPI 3.1, whether its schemas are
 * JSON Schema 2020-12, and whether something fits one of them.
 */
public final class ContractDocument {
  private static final String META = "https://json-schema.org/draft/2020-12/schema";
  private static final String DOCUMENT = "https://careplan.example/openapi";

  private final JsonNode document;
  private final SchemaRegistry registry;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  private ContractDocument(JsonNode document) {
    this.document = document;
    this.registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Map.of(DOCUMENT, document.toString())));
  }

  public static ContractDocument read() {
    return new ContractDocument(ProblemExamples.read(text()));
  }

  /**
   * The same, where an object has no member but those that are named. Programs take more, so that
   * members can be added; what the house answers today is written down.
   */
  public static ContractDocument strict() {
    JsonNode strict = ProblemExamples.read(text());
    close(strict);
    return new ContractDocument(strict);
  }

  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("properties").isObject()
        && object.has("type")
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    node.forEach(ContractDocument::close);
  }

  public static Path file() {
    return Folders.project().resolve("docs/api/openapi.yaml");
  }

  public static String text() {
    try {
      return Files.readString(file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is not as the specification of OpenAPI wants it. */
  public List<String> faults() {
    try (var in = ContractDocument.class.getResourceAsStream("/openapi/schema-3.1.json")) {
      var schema = registry.getSchema(Objects.requireNonNull(in));
      return told(schema.validate(document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every schema of the document by its place in it. */
  public Map<String, JsonNode> schemas() {
    Map<String, JsonNode> found = new TreeMap<>();
    document
        .at("/components/schemas")
        .properties()
        .forEach(it -> found.put("/components/schemas/" + it.getKey(), it.getValue()));
    collect("", document, found);
    return found;
  }

  private static void collect(String place, JsonNode node, Map<String, JsonNode> found) {
    for (Entry<String, JsonNode> member : node.properties()) {
      String here = place + "/" + escaped(member.getKey());
      if (member.getKey().equals("schema") && member.getValue().isObject()) {
        found.put(here, member.getValue());
      }
      collect(here, member.getValue(), found);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(place + "/" + i, node.get(i), found);
    }
  }

  /** What is wrong with a schema itself. */
  public List<String> faultsOf(JsonNode schema) {
    return told(registry.getSchema(SchemaLocation.of(META)).validate(schema));
  }

  /** What in a value is not as the schema at a place of the document says. */
  public List<String> misfits(String place, JsonNode value) {
    return told(schemaAt(place).validate(value));
  }

  /** The same of a text. */
  List<String> misfits(String place, String json) {
    return told(schemaAt(place).validate(json, InputFormat.JSON));
  }

  private Schema schemaAt(String place) {
    return schemas.computeIfAbsent(
        place, it -> registry.getSchema(SchemaLocation.of(DOCUMENT + "#" + it)));
  }

  private static List<String> told(List<Error> errors) {
    return errors.stream().map(it -> it.getInstanceLocation() + ": " + it.getMessage()).toList();
  }

  /** Examples of media types and schemas, each with the place of the schema that it belongs to. */
  public List<Example> examples() {
    List<Example> found = new ArrayList<>();
    collect("", document, found);
    return found;
  }

  /** One value that shows what a schema means. */
  public record Example(String place, JsonNode value) {}

  private void collect(String place, JsonNode node, List<Example> found) {
    if (node.has("schema") && node.path("examples").isObject()) {
      node.get("examples")
          .forEach(it ->
              found.add(
                  new Example(
                      place + "/schema", ProblemExamples.resolved(document, it).path("value"))));
    } else if (node.path("examples").isArray()) {
      node.get("examples").forEach(it -> found.add(new Example(place, it)));
    }
    for (Entry<String, JsonNode> member : node.properties()) {
      collect(place + "/" + escaped(member.getKey()), member.getValue(), found);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(place + "/" + i, node.get(i), found);
    }
  }

  /**
   * Where the schema of an answer stands; empty where the contract has none.
   *
   * @param path as the contract writes it
   */
  Optional<String> schemaOf(String path, String method, int status, String type) {
    String response = "/paths/" + escaped(path) + "/" + method + "/responses/" + status;
    JsonNode found = document.at(response);
    String place = found.has("$ref") ? found.get("$ref").asText().substring(1) : response;
    String schema = place + "/content/" + escaped(type) + "/schema";
    return document.at(schema).isMissingNode() ? Optional.empty() : Optional.of(schema);
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
