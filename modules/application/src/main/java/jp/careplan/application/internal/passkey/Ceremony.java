package jp.careplan.application.internal.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.BufferUnderflowException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tools.jackson.core.JacksonException;

/**
 * Reads and judges what a browser answers for a passkey: challenge, origin, relying party,
 * signature, counter, and that its owner was verified (PIN, face, finger). Which device it is does
 * not matter: no attestation is asked for.
 */
@ApplicationScoped
public class Ceremony {
  /** What registering and signing in may be signed with. */
  public static final List<Long> ALGORITHMS =
      List.of(
          COSEAlgorithmIdentifier.ES256.getValue(),
          COSEAlgorithmIdentifier.EdDSA.getValue(),
          COSEAlgorithmIdentifier.RS256.getValue());

  private final ObjectConverter converter = new ObjectConverter();
  private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);

  @Inject
  @ConfigProperty(name = "careplan.public-url", defaultValue = "http://localhost:8080")
  private String publicUrl;

  /**
   * A passkey as it is kept.
   *
   * @param credential ID and public key
   * @param signCount 0 where the device has no counter
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes are carried, not compared
  public record Kept(byte[] credential, long signCount, boolean backupEligible, boolean backedUp) {}

  /** An answer to a registration, not judged yet. */
  public record NewPasskey(String challenge, RegistrationData data) {}

  /** An answer to a sign-in, not judged yet. */
  @SuppressWarnings("ArrayRecordComponent") // bytes are carried, not compared
  public record Claim(
      String challenge, byte[] credentialId, byte[] userHandle, AuthenticationData data) {}

  /** What a sign-in with a passkey tells of it. */
  public record Use(long signCount, boolean backedUp) {}

  /** Host of the public address: passkeys are bound to it. */
  public String relyingParty() {
    return URI.create(publicUrl).getHost();
  }

  private Origin origin() {
    URI address = URI.create(publicUrl);
    return new Origin(address.getScheme() + "://" + address.getAuthority());
  }

  /** Empty where this is no answer of a browser. */
  public Optional<NewPasskey> readRegistration(String json) {
    return attempt(() -> {
      RegistrationData data = manager.parseRegistrationResponseJSON(json);
      return new NewPasskey(challengeOf(data.getCollectedClientData()), data);
    });
  }

  /** Empty where it does not hold. */
  public Optional<Kept> judge(NewPasskey answer) {
    List<PublicKeyCredentialParameters> algorithms =
        ALGORITHMS.stream()
            .map(COSEAlgorithmIdentifier::create)
            .map(it -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, it))
            .toList();
    return attempt(() -> {
      manager.verify(
          answer.data(), new RegistrationParameters(server(answer.challenge()), algorithms, true));
      AuthenticatorData<?> device = answer.data().getAttestationObject().getAuthenticatorData();
      return new Kept(
          new AttestedCredentialDataConverter(converter)
              .convert(device.getAttestedCredentialData()),
          device.getSignCount(),
          device.isFlagBE(),
          device.isFlagBS());
    });
  }

  /** ID of a credential. */
  public byte[] idOf(Kept passkey) {
    return credential(passkey).getCredentialId();
  }

  private AttestedCredentialData credential(Kept passkey) {
    return new AttestedCredentialDataConverter(converter).convert(passkey.credential());
  }

  /** Empty where this is no answer of a browser. */
  public Optional<Claim> readClaim(String json) {
    return attempt(() -> {
      AuthenticationData data = manager.parseAuthenticationResponseJSON(json);
      byte[] handle = data.getUserHandle();
      return new Claim(
          challengeOf(data.getCollectedClientData()),
          data.getCredentialId(),
          handle == null ? new byte[0] : handle,
          data);
    });
  }

  /** Empty where it does not hold, or the counter says that there are two of this device. */
  public Optional<Use> judge(Claim claim, Kept passkey) {
    var known =
        new CredentialRecordImpl(
            new NoneAttestationStatement(),
            true,
            passkey.backupEligible(),
            passkey.backedUp(),
            passkey.signCount(),
            credential(passkey),
            null,
            null,
            null,
            null);
    return attempt(() -> {
      manager.verify(
          claim.data(), new AuthenticationParameters(server(claim.challenge()), known, null, true));
      AuthenticatorData<?> device = claim.data().getAuthenticatorData();
      return new Use(device.getSignCount(), device.isFlagBS());
    });
  }

  private ServerProperty server(String challenge) {
    return ServerProperty.builder()
        .origin(origin())
        .rpId(relyingParty())
        .challenge(new DefaultChallenge(challenge))
        .build();
  }

  private static String challengeOf(CollectedClientData client) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(client.getChallenge().getValue());
  }

  /** Whatever is wrong with an answer, it is the same refusal. */
  private static <T> Optional<T> attempt(Supplier<T> step) {
    try {
      return Optional.of(step.get());
    } catch (WebAuthnException
        | JacksonException
        | IllegalArgumentException
        | BufferUnderflowException
        | NullPointerException e) { // of the library, where parts of an answer are missing
      return Optional.empty();
    }
  }
}
