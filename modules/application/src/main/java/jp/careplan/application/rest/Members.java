package jp.careplan.application.rest;

import static jp.careplan.kernel.KernelProblem.BAD_REQUEST;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import jp.careplan.kernel.DomainException;

/** Members of bodies and answers. */
final class Members {
  private Members() {}

  /** One that a call cannot do without; may be empty. */
  static String text(JsonObject body, String name) {
    if (body.get(name) instanceof JsonString text) {
      return text.getString().strip();
    }
    throw new DomainException(BAD_REQUEST, name + "がありません。");
  }

  /** What there is none of is null. */
  static JsonValue text(Optional<?> value) {
    return value.<JsonValue>map(it -> Json.createValue(it.toString())).orElse(JsonValue.NULL);
  }
}
