package jp.careplan.app.house;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Locale;

/** What every refusal looks like: a problem document (RFC 9457) with a code and a remedy. */
public final class Refusal {
  private Refusal() {}

  /** Returns the document for a closer look. */
  public static JsonObject assertRefused(int status, String code, HttpResponse<String> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    assertTrue(
        type.startsWith("application/problem+json"),
        () -> answer.statusCode() + " " + type + "\n" + answer.body());
    JsonObject problem = OfficeClient.json(answer);
    assertAll(
        answer.body(),
        () -> assertEquals(code, problem.getString("code")),
        () -> assertEquals(status, answer.statusCode()),
        () -> assertEquals(status, problem.getInt("status")),
        () -> assertTrue(problem.getString("type").endsWith("/" + code.toLowerCase(Locale.ROOT))),
        () -> assertFalse(problem.getString("title").isBlank()),
        () -> assertFalse(problem.getString("remedy").isBlank()),
        () -> assertFalse(problem.getString("traceId").isBlank()),
        () -> assertTrue(problem.containsKey("instance")));
    return problem;
  }
}
