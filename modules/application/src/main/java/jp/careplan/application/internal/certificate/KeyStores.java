package jp.careplan.application.internal.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;

/**
 * Where keys lie: a PKCS#12 file, or a hardware module by PKCS#11. A PKCS#12 of the JDK is
 * encrypted with AES-256 (PBES2, HMAC-SHA-256) and read by openssl and by Windows from version 10
 * of 2018 (1709) and Server 2019 on.
 */
public final class KeyStores {
  private KeyStores() {}

  /** A private key with its certificate and those above it. */
  public record Entry(PrivateKey key, List<X509Certificate> chain) {}

  /** An empty PKCS#12 store. */
  public static KeyStore empty() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new AuthorityProblem("no PKCS#12 stores here", e);
    }
  }

  /** A PKCS#12 file. */
  public static KeyStore open(Path file, char[] password) {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new AuthorityProblem("cannot open " + file + " (wrong password?)", e);
    }
  }

  /**
   * A hardware module.
   *
   * @param configuration of the JDK's SunPKCS11 provider: name, library, slot
   * @param pin of the user
   */
  public static KeyStore openModule(Path configuration, char[] pin) {
    Provider base = Security.getProvider("SunPKCS11");
    if (base == null) {
      throw new AuthorityProblem("this JDK has no PKCS#11");
    }
    try {
      Provider provider = base.configure(configuration.toString());
      // Signing finds the module by the kind of its key among the installed providers.
      Security.addProvider(provider);
      KeyStore store = KeyStore.getInstance("PKCS11", provider);
      store.load(null, pin);
      return store;
    } catch (GeneralSecurityException
        | IOException
        | java.security.ProviderException
        | java.security.InvalidParameterException e) {
      throw new AuthorityProblem("cannot open the module of " + configuration, e);
    }
  }

  /** Reads an entry. */
  public static Entry entry(KeyStore store, String alias, char[] password) {
    try {
      Certificate[] chain = store.getCertificateChain(alias);
      if (chain == null || !(store.getKey(alias, password) instanceof PrivateKey key)) {
        throw new AuthorityProblem("no key " + alias);
      }
      return new Entry(key, Arrays.stream(chain).map(X509Certificate.class::cast).toList());
    } catch (GeneralSecurityException e) {
      throw new AuthorityProblem("cannot read the key " + alias, e);
    }
  }

  /** Writes a PKCS#12 file for the owner alone; there must be none of that name yet. */
  public static void save(KeyStore store, Path file, char[] password) {
    try (OutputStream out = Files.newOutputStream(create(file))) {
      store.store(out, password);
    } catch (GeneralSecurityException | IOException e) {
      throw new AuthorityProblem("cannot write " + file, e);
    }
  }

  /** A new, empty file for the owner alone. */
  public static Path create(Path file) throws IOException {
    return Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  /** A key and its chain as PKCS#12 bytes, to hand to a person. */
  public static byte[] export(PrivateKey key, X509Certificate[] chain, char[] password) {
    try (var out = new java.io.ByteArrayOutputStream()) {
      KeyStore store = empty();
      store.setKeyEntry("office", key, password, chain);
      store.store(out, password);
      return out.toByteArray();
    } catch (GeneralSecurityException | IOException e) {
      throw new AuthorityProblem("cannot export a key", e);
    }
  }
}
