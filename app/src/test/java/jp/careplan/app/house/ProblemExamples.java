package jp.careplan.app.house;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.careplan.app.ProblemDocument;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.ProblemCode;
import org.yaml.snakeyaml.Yaml;

/**
 * Writes into the contract what every refusal looks like: the content of each response from the
 * codes that it lists, and for each code the document that the house answers with.
 */
public final class ProblemExamples {
  private static final Pattern CODE = Pattern.compile("[A-Z]{2}-[0-9]{3}");
  private static final Pattern CODES = Pattern.compile("( *)x-codes:.*");
  private static final String SECTION = "  examples: # written from the enums, never by hand";
  private static final String TRACE = "7f3a90c1d25be846";

  /** What stands in the addresses of the examples. */
  private static final Map<String, String> PLACES =
      Map.ofEntries(
          Map.entry("id", "01978f2a-5c1e-7b3d-9a41-2f6d8c0e1b57"),
          Map.entry("name", "UPPLAN_202606_9970000011_43_9970000022_11_20260520090000.CSV"),
          Map.entry("number", "9970000022"),
          Map.entry("place", "1"),
          Map.entry("picture", "1"),
          Map.entry("line", "P-9970000022-11-"),
          Map.entry("lane", "RESULT"),
          Map.entry("month", "202606"),
          Map.entry("code", "202610-7K2M9-QX4TB-31ZNA"),
          Map.entry("takeout", "01978f2a-77aa-7c10-8f0e-5b1d2c3a4e5f"),
          Map.entry("webhook", "01978f2a-88bb-7d21-9f1e-6c2e3d4b5f60"),
          Map.entry("terminal", "01978f2a-99cc-7e32-8a2f-7d3f4e5c6071"),
          Map.entry("staff", "KJ999970000011-01"),
          Map.entry("session", "9f86d081884c7d659a2feaa0c55ad015"));

  private static final JsonArray FINDINGS =
      Json.createArrayBuilder()
          .add(
              Json.createObjectBuilder()
                  .add("file", "UPPLAN_202606_9970000011_43_9970000022_11_20260520090000.CSV")
                  .add("line", 12)
                  .add("column", 12)
                  .add("columnName", "サービス開始時刻")
                  .add("code", "CH-054")
                  .add("severity", "error")
                  .add("message", "時刻が正しくありません（0000から2359までの4桁の数字）。")
                  .add("remedy", "介護ソフトでこの時刻を直してから、出力し直してください。"))
          .build();

  private static final JsonArray DOUBTS =
      Json.createArrayBuilder()
          .add(
              Json.createObjectBuilder()
                  .add("code", "FIRST_EXCHANGE")
                  .add("message", "この相手には、はじめて送ります")
                  .add("remedy", "事業所番号と名前が、送りたい相手のものか確かめてください。"))
          .build();

  /** What a document carries beside the members that all have. */
  private static final Map<String, Map<String, Object>> MORE =
      Map.of(
          "AP-108", Map.of("retryAfter", 8),
          "AP-117", Map.of("retryAfter", 1),
          "EX-404", Map.of("retryAfter", 5),
          "EX-405", Map.of("retryAfter", 600),
          "KE-207", Map.of("retryAfter", 12),
          "EX-104",
              Map.of(
                  "earlier", "01978f2a-1111-7222-8333-444455556666",
                  "sentAt", "2026-06-25T01:12:00Z"),
          "EX-201", Map.of("findings", FINDINGS, "overridable", true),
          "EX-321", Map.of("doubts", DOUBTS));

  private static final Map<String, String> DETAILS =
      Map.of("KE-202", "JSONのオブジェクトを送ってください。", "EX-234", "1200人います。");

  /** A refusal with what such a one tells beside its code. */
  private static final class Refused extends DomainException {
    private static final long serialVersionUID = 1L;

    Refused(ProblemCode code) {
      super(code, DETAILS.getOrDefault(code.code(), ""));
    }

    @Override
    public Map<String, Object> extensions() {
      return new TreeMap<>(MORE.getOrDefault(code().code(), Map.of()));
    }
  }

  private ProblemExamples() {}

  /**
   * The contract as it should stand.
   *
   * @param problems of the house, by their codes
   */
  public static String written(String contract, Map<String, ProblemCode> problems) {
    String shaped = withContents(contract.lines().toList());
    int section = shaped.indexOf(SECTION);
    String before = section < 0 ? shaped : shaped.substring(0, section);
    return before.stripTrailing() + "\n\n" + SECTION + "\n" + examples(before, problems);
  }

  private static String withContents(List<String> lines) {
    List<String> out = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher codes = CODES.matcher(lines.get(i));
      out.add(lines.get(i));
      if (!codes.matches()) {
        continue;
      }
      String indent = codes.group(1);
      String listed = lines.get(i);
      for (i++; !lines.get(i).startsWith(indent + "content:"); i++) {
        if (lines.get(i).isBlank() || depth(lines.get(i)) < indent.length()) {
          throw new IllegalArgumentException("a response without content: " + listed);
        }
        listed +=
            lines.get(i).startsWith(indent + " ") && !listed.contains("]") ? lines.get(i) : "";
        out.add(lines.get(i));
      }
      while (i + 1 < lines.size() && depth(lines.get(i + 1)) > indent.length()) {
        i++; // what stands there now
      }
      out.addAll(content(indent, listed));
    }
    return String.join("\n", out) + "\n";
  }

  private static int depth(String line) {
    return line.isBlank() ? 0 : line.length() - line.stripLeading().length();
  }

  private static List<String> content(String indent, String listed) {
    List<String> lines = new ArrayList<>();
    lines.add(indent + "content:");
    lines.add(indent + "  application/problem+json:");
    lines.add(indent + "    schema: { $ref: \"#/components/schemas/Problem\" }");
    lines.add(indent + "    examples:");
    CODE.matcher(listed)
        .results()
        .map(code -> code.group())
        .forEach(code ->
            lines.add(
                "%s      %s: { $ref: \"#/components/examples/%s\" }"
                    .formatted(indent, code, code)));
    return lines;
  }

  /** Of each code that an operation may answer with, in the order of codes. */
  private static String examples(String contract, Map<String, ProblemCode> known) {
    Map<String, String> addresses = new TreeMap<>();
    JsonNode document = read(contract);
    for (Entry<String, JsonNode> path : document.get("paths").properties()) {
      for (Entry<String, JsonNode> operation : path.getValue().properties()) {
        for (JsonNode response : operation.getValue().path("responses")) {
          resolved(document, response)
              .path("x-codes")
              .forEach(code -> addresses.putIfAbsent(code.asText(), address(path)));
        }
      }
    }
    return addresses.entrySet().stream()
        .flatMap(
            it -> // another test names those that are none
            Optional.ofNullable(known.get(it.getKey())).stream()
                    .map(code -> example(code, it.getValue())))
        .collect(Collectors.joining());
  }

  private static String address(Entry<String, JsonNode> path) {
    boolean isPublic = path.getValue().has("servers");
    Matcher places = Pattern.compile("\\{(\\w+)}").matcher(path.getKey());
    return (isPublic ? "/public/v1" : "/api/v1")
        + places.replaceAll(place -> PLACES.getOrDefault(place.group(1), "…"));
  }

  private static String example(ProblemCode code, String address) {
    JsonObject document = ProblemDocument.of(new Refused(code), address, TRACE);
    return "    %s:\n      value: { %s }\n"
        .formatted(
            code.code(),
            document.entrySet().stream()
                .map(member -> member.getKey() + ": " + member.getValue())
                .collect(Collectors.joining(", ")));
  }

  static JsonNode read(String yaml) {
    return new ObjectMapper().valueToTree(new Yaml().load(yaml));
  }

  /** What a reference within the document stands for. */
  static JsonNode resolved(JsonNode document, JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }
}
