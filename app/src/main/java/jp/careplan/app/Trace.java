package jp.careplan.app;

import jakarta.enterprise.context.RequestScoped;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Names one request, for the log and for the telephone. */
@RequestScoped
public class Trace {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 8;

  private final String id = newId();

  public String id() {
    return id;
  }

  private static String newId() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
