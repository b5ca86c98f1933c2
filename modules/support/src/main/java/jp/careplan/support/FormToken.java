package jp.careplan.support;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.BufferUnderflowException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import jp.careplan.kernel.Vault;

/**
 * Tells when a form was shown, so that one that is filled in faster than anyone types can be told
 * from a person's. Sealed, so that any node reads it and nobody makes one.
 */
@ApplicationScoped
public class FormToken {
  private static final String PLACE = "support_form";

  @Inject private Vault vault;
  @Inject private Clock clock;

  public String now() {
    byte[] moment = clock.instant().toString().getBytes(US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(vault.seal(PLACE, moment));
  }

  /** How long ago it was made; nothing for what is none of ours. */
  public Optional<Duration> ageOf(String token) {
    try {
      byte[] moment = vault.open(PLACE, Base64.getUrlDecoder().decode(token));
      return Optional.of(
          Duration.between(Instant.parse(new String(moment, US_ASCII)), clock.instant()));
    } catch (IllegalArgumentException
        | IllegalStateException
        | DateTimeException
        | BufferUnderflowException
        | NegativeArraySizeException e) {
      return Optional.empty();
    }
  }
}
