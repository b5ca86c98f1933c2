package jp.careplan.launcher.trouble;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jspecify.annotations.Nullable;

/**
 * A refusal in words people can act on, shaped like an RFC 9457 problem document: the server's own,
 * or one the launcher found ({@code CL-…}).
 *
 * @param status of the HTTP answer, 0 for the launcher's own
 * @param document the whole document, for members that only some refusals have
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String code,
    String title,
    @Nullable String detail,
    @Nullable String remedy,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int status,
    @Nullable String traceId,
    @JsonIgnore JsonNode document) {

  static Problem own(LauncherProblem kind, String detail) {
    return new Problem(
        kind.code(), kind.title(), detail, kind.remedy(), 0, null, MissingNode.getInstance());
  }

  /** Reads what the server answered; a member that is missing does not matter. */
  public static Problem of(JsonNode document, int status) {
    return new Problem(
        document.path("code").asText(),
        document.path("title").asText(),
        document.path("detail").asText(null),
        document.path("remedy").asText(null),
        status,
        document.path("traceId").asText(null),
        document);
  }
}
