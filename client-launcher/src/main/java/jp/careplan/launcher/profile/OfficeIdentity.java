package jp.careplan.launcher.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * The office's certificate (電子証明書) with its key, and the authorities that came with it.
 *
 * @param chain the certificate first, then those that issued it
 * @param companions further authorities in the same file
 */
public record OfficeIdentity(
    PrivateKey key, List<X509Certificate> chain, List<X509Certificate> companions) {

  public X509Certificate certificate() {
    return chain.get(0);
  }

  /** Authorities a server of the same operator may be issued by. */
  public List<X509Certificate> authorities() {
    return Stream.concat(chain.stream().skip(1), companions.stream()).distinct().toList();
  }

  public static OfficeIdentity fromFile(Path file, Secret password) {
    try (var in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password.chars());
      return of(store, firstKey(store), password.chars());
    } catch (java.nio.file.NoSuchFileException e) {
      throw new Trouble(LauncherProblem.FILE_UNREADABLE, "ファイル: " + file, e);
    } catch (IOException | GeneralSecurityException e) {
      throw new Trouble(LauncherProblem.CERTIFICATE_UNREADABLE, "ファイル: " + file, e);
    }
  }

  static OfficeIdentity of(KeyStore store, String alias, char @Nullable [] password)
      throws GeneralSecurityException {
    if (!(store.getKey(alias, password) instanceof PrivateKey key)) {
      throw new GeneralSecurityException("no private key under the chosen name");
    }
    var chain = new ArrayList<X509Certificate>();
    for (Certificate certificate : store.getCertificateChain(alias)) {
      chain.add((X509Certificate) certificate);
    }
    return new OfficeIdentity(key, List.copyOf(chain), companions(store));
  }

  private static String firstKey(KeyStore store) throws GeneralSecurityException {
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias)) {
        return alias;
      }
    }
    throw new GeneralSecurityException("no key in the file");
  }

  private static List<X509Certificate> companions(KeyStore store) throws GeneralSecurityException {
    var found = new ArrayList<X509Certificate>();
    for (String alias : Collections.list(store.aliases())) {
      if (store.isCertificateEntry(alias)
          && store.getCertificate(alias) instanceof X509Certificate certificate) {
        found.add(certificate);
      }
    }
    return List.copyOf(found);
  }
}
