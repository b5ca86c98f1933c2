package jp.careplan.launcher.api;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import jp.careplan.launcher.profile.OfficeIdentity;
import org.jspecify.annotations.Nullable;

/**
 * Offers the office's certificate whatever the server asks for, and remembers which authorities it
 * asked for: the only hint TLS gives about a foreign certificate.
 */
final class OfficeKeyManager extends X509ExtendedKeyManager {
  private static final String ALIAS = "office";

  private final OfficeIdentity identity;
  private volatile Set<String> acceptedIssuers = Set.of();

  OfficeKeyManager(OfficeIdentity identity) {
    this.identity = identity;
  }

  /** Whether the server named its authorities and none of them issued our certificate. */
  boolean isForeign() {
    Set<String> accepted = acceptedIssuers;
    return !accepted.isEmpty()
        && identity.chain().stream()
            .map(certificate -> certificate.getIssuerX500Principal().getName())
            .noneMatch(accepted::contains);
  }

  private @Nullable String choose(String[] keyTypes, Principal @Nullable [] issuers) {
    if (issuers != null) {
      acceptedIssuers =
          Arrays.stream(issuers)
              .map(issuer -> new javax.security.auth.x500.X500Principal(issuer.getName()).getName())
              .collect(Collectors.toSet());
    }
    return List.of(keyTypes).contains(identity.certificate().getPublicKey().getAlgorithm())
        ? ALIAS
        : null;
  }

  @Override
  public @Nullable String chooseEngineClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return choose(keyTypes, issuers);
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return choose(keyTypes, issuers);
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return identity.chain().toArray(X509Certificate[]::new);
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return identity.key();
  }

  @Override
  public String[] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return new String[] {ALIAS};
  }

  @Override
  public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return new String[0];
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return null;
  }
}
