package jp.careplan.launcher.errand;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import jp.careplan.launcher.api.CertificateDoor;
import jp.careplan.launcher.api.ServerAddress;
import jp.careplan.launcher.profile.AtomicFile;
import jp.careplan.launcher.profile.CertificateFacts;
import jp.careplan.launcher.profile.OfficeIdentity;
import jp.careplan.launcher.profile.Profile;
import jp.careplan.launcher.profile.ProfileFolder;
import jp.careplan.launcher.profile.Secret;
import jp.careplan.launcher.profile.UserId;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;
import jp.careplan.launcher.unit.Hash;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Has a certificate made for a key of this PC; the key never leaves it. The key is kept before
 * anyone is asked, so that asking again after a lost answer yields the same certificate.
 */
public final class Issuing {
  private static final String ALIAS = "office";
  private static final X500Principal NAMELESS = new X500Principal("CN=careplan");

  private final ProfileFolder folder;
  private final UserId user;
  private final Secret filePassword;
  private final Clock clock;

  /**
   * @param filePassword for the certificate's file on this PC
   */
  public Issuing(ProfileFolder folder, UserId user, Secret filePassword, Clock clock) {
    this.folder = folder;
    this.user = user;
    this.filePassword = filePassword;
    this.clock = clock;
  }

  /** For a terminal of that name that has none yet. */
  public OfficeIdentity first(CertificateDoor door, String terminalName, Secret issuePassword) {
    return obtain(door, Optional.of(terminalName), Optional.empty(), issuePassword);
  }

  /**
   * Where the certificate of a profile is renewed.
   *
   * @param asked null for where it was issued, else the usual port of the server
   */
  public static CertificateDoor doorOf(
      ProfileFolder folder, OfficeIdentity present, @Nullable String asked) {
    return new CertificateDoor(
        publicServer(folder.read(), asked), folder.serverAuthority(), present.authorities());
  }

  /** The public listener: as asked, as it was noted, or the usual port of the server. */
  static ServerAddress publicServer(Profile noted, @Nullable String asked) {
    String named = asked == null ? noted.publicServer() : asked;
    return ServerAddress.parsePublic(
        named == null ? ServerAddress.parse(noted.server()).host() : named);
  }

  /** A second one for this terminal; takes the place of the present one here. */
  public OfficeIdentity renew(CertificateDoor door, OfficeIdentity present, Secret issuePassword) {
    try {
      String thumbprint = Hash.of(present.certificate().getEncoded());
      return obtain(door, Optional.empty(), Optional.of(thumbprint), issuePassword);
    } catch (GeneralSecurityException e) {
      throw new Trouble(LauncherProblem.OUR_FAULT, "PKCS#12", e);
    }
  }

  private OfficeIdentity obtain(
      CertificateDoor door,
      Optional<String> terminalName,
      Optional<String> renews,
      Secret issuePassword) {
    try {
      KeyPair key = pending();
      var wanted = new CertificateDoor.Wanted(user.account(), terminalName, renews, request(key));
      List<X509Certificate> chain = door.ask(wanted, issuePassword);
      if (!chain.get(0).getPublicKey().equals(key.getPublic())) {
        throw new Trouble(LauncherProblem.NOT_THE_EXCHANGE, "別の鍵の電子証明書が返りました。");
      }
      new CertificateFacts(chain.get(0)).mustBelongTo(user);
      AtomicFile.write(folder.certificate(), store(key.getPrivate(), chain));
      Files.deleteIfExists(folder.pendingKey());
      return new OfficeIdentity(key.getPrivate(), chain, List.of());
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new Trouble(LauncherProblem.OUR_FAULT, "PKCS#10", e);
    } catch (IOException e) {
      throw new Trouble(LauncherProblem.DISK, "ファイル: " + folder.pendingKey(), e);
    }
  }

  /** The key of an earlier try, else a new one that is on the disk when this returns. */
  private KeyPair pending()
      throws GeneralSecurityException, IOException, OperatorCreationException {
    if (Files.isRegularFile(folder.pendingKey())) {
      OfficeIdentity kept = OfficeIdentity.fromFile(folder.pendingKey(), filePassword);
      return new KeyPair(kept.certificate().getPublicKey(), kept.key());
    }
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair key = generator.generateKeyPair();
    AtomicFile.write(folder.pendingKey(), store(key.getPrivate(), List.of(standIn(key))));
    return key;
  }

  /** A PKCS#12 file keeps no key without a certificate. */
  @SuppressWarnings("JavaUtilDate") // the certificate builder knows nothing else
  private X509Certificate standIn(KeyPair key)
      throws GeneralSecurityException, OperatorCreationException {
    Instant now = clock.instant();
    var builder =
        new JcaX509v3CertificateBuilder(
            NAMELESS,
            BigInteger.ONE,
            Date.from(now),
            Date.from(now.plus(Duration.ofDays(1))),
            NAMELESS,
            key.getPublic());
    return new JcaX509CertificateConverter().getCertificate(builder.build(signer(key)));
  }

  private static String request(KeyPair key) throws IOException, OperatorCreationException {
    PublicKey publicKey = key.getPublic();
    var request = new JcaPKCS10CertificationRequestBuilder(NAMELESS, publicKey).build(signer(key));
    var text = new StringWriter();
    try (var writer = new JcaPEMWriter(text)) {
      writer.writeObject(request);
    }
    return text.toString();
  }

  private static ContentSigner signer(KeyPair key) throws OperatorCreationException {
    return new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate());
  }

  private byte[] store(PrivateKey key, List<X509Certificate> chain)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(ALIAS, key, filePassword.chars(), chain.toArray(Certificate[]::new));
    var out = new java.io.ByteArrayOutputStream();
    store.store(out, filePassword.chars());
    return out.toByteArray();
  }
}
