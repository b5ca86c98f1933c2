package jp.careplan.exchange.internal.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HTTP Message Signatures (RFC 9421) with {@code hmac-sha256} over method, address, media type and
 * the body's digest (RFC 9530).
 */
public final class HookSignature {
  private static final String TYPE = "application/json";
  private static final String COVERED =
      "(\"@method\" \"@target-uri\" \"content-type\" \"content-digest\")";

  private HookSignature() {}

  /** The headers that go with a POST of JSON. */
  public static Map<String, String> headers(
      HookAddress address, byte[] body, String keyId, byte[] secret, Instant now) {
    try {
      String digest = "sha-256=:" + base64(MessageDigest.getInstance("SHA-256").digest(body)) + ":";
      String parameters =
          COVERED
              + ";created="
              + now.getEpochSecond()
              + ";keyid=\""
              + keyId
              + "\";alg=\"hmac-sha256\"";
      String base =
          "\"@method\": POST\n"
              + "\"@target-uri\": "
              + address.uri()
              + "\n\"content-type\": "
              + TYPE
              + "\n\"content-digest\": "
              + digest
              + "\n\"@signature-params\": "
              + parameters;
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      Map<String, String> headers = new LinkedHashMap<>();
      headers.put("Content-Type", TYPE);
      headers.put("Content-Digest", digest);
      headers.put("Signature-Input", "careplan=" + parameters);
      headers.put(
          "Signature",
          "careplan=:" + base64(mac.doFinal(base.getBytes(StandardCharsets.US_ASCII))) + ":");
      return headers;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign", e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
