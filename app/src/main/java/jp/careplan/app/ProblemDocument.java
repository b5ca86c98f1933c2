package jp.careplan.app;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Locale;
import jp.careplan.kernel.DomainException;

/** RFC 9457. */
public final class ProblemDocument {
  public static final String MEDIA_TYPE = "application/problem+json";
  private static final String TYPES = "https://careplan.example/problems/";

  private ProblemDocument() {}

  public static JsonObject of(DomainException refusal, String instance, String traceId) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("type", TYPES + refusal.code().code().toLowerCase(Locale.ROOT))
            .add("title", refusal.code().title())
            .add("status", refusal.code().status())
            .add("code", refusal.code().code())
            .add("detail", refusal.detail())
            .add("remedy", refusal.code().remedy())
            .add("instance", instance)
            .add("traceId", traceId);
    refusal.extensions().forEach((name, value) -> json.add(name, json(value)));
    return json.build();
  }

  private static JsonValue json(Object value) {
    return switch (value) {
      case JsonValue already -> already;
      case Boolean flag -> flag ? JsonValue.TRUE : JsonValue.FALSE;
      case Integer number -> Json.createValue(number);
      case Long number -> Json.createValue(number);
      default -> Json.createValue(value.toString());
    };
  }
}
