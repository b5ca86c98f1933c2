package jp.careplan.app;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Names one request, for the log and for the telephone. It stays with the request, because an
 * answer may be made on another thread than the one that took the call.
 */
public final class Trace {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ATTRIBUTE = Trace.class.getName();
  private static final int BYTES = 8;

  private Trace() {}

  public static String of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof String known) {
      return known;
    }
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    String id = HexFormat.of().formatHex(bytes);
    request.setAttribute(ATTRIBUTE, id);
    return id;
  }
}
