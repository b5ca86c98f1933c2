package jp.careplan.launcher.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What was noted when the office's certificate was taken in. Holds no secret.
 *
 * @param server host and port of the connector listener
 * @param office 事業所番号, from the certificate
 * @param terminal name of this PC as the certificate tells it
 * @param publicServer host and port of the public listener; null where nobody named it
 * @param windowsAlias where the certificate lies in the Windows store; null for a PKCS#12 file
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Profile(
    String server,
    String userId,
    @Nullable String office,
    @Nullable String terminal,
    @Nullable String windowsAlias,
    @Nullable String publicServer) {

  boolean belongsWith(Profile other) {
    return server.equals(other.server) && userId.equals(other.userId);
  }
}
