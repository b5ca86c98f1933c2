package jp.careplan.kernel;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The node's keys: a PKCS#12 file outside the database and its backup. Entries {@code master-N}
 * (AES-256, wraps what is sealed), {@code receipt-N} (P-256, signs receipts), {@code seal-N}
 * (P-256, signs the seals of the audit trail) and {@code lookup-N} (HMAC-SHA256, finds people again
 * without telling who they are); the highest number is the one in use, the others open, verify and
 * find what is older.
 */
@ApplicationScoped
public class KeyStoreFile {
  private static final System.Logger LOG = System.getLogger(KeyStoreFile.class.getName());
  private static final Pattern ALIAS = Pattern.compile("[a-z]+-[0-9]{1,6}");
  private static final String LOOKUP = "lookup-";

  @Inject
  @ConfigProperty(name = "careplan.keys.file")
  private String file;

  @Inject
  @ConfigProperty(name = "careplan.keys.password")
  private String password;

  private final ConcurrentHashMap<String, Key> keys = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, String> newest = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, String> chosen = new ConcurrentHashMap<>();
  private volatile @Nullable KeyStore loaded;
  private volatile String seen = "";

  /** The master key of an alias. */
  public SecretKey masterKey(String alias) {
    return (SecretKey) key(alias);
  }

  public boolean hasMasterKey(String alias) {
    try {
      return store().isKeyEntry(alias);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("key store unusable", e);
    }
  }

  public String newestMasterKey() {
    return newest("master-");
  }

  /** Alias of the receipt signer in use. */
  public String receiptSigner() {
    return newest("receipt-");
  }

  /** A look-up key of an alias. */
  public SecretKey lookupKey(String alias) {
    return (SecretKey) key(alias);
  }

  /** Aliases of the look-up keys, the one in use first; none where the store has none. */
  public List<String> lookupKeys() {
    try {
      return Collections.list(store().aliases()).stream()
          .filter(alias -> alias.startsWith(LOOKUP))
          .sorted(
              Comparator.comparing((String alias) -> !alias.equals(chosen.get(LOOKUP)))
                  .thenComparing(
                      Comparator.comparingInt((String alias) -> number(alias, LOOKUP)).reversed()))
          .toList();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("key store unusable", e);
    }
  }

  /** All master keys there are. */
  public List<String> masterKeys() {
    try {
      return Collections.list(store().aliases()).stream()
          .filter(alias -> alias.startsWith("master-"))
          .toList();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("key store unusable", e);
    }
  }

  /** Who seals the audit trail; where the key store has no seal key, the signer of receipts. */
  public String newestSealSigner() {
    try {
      boolean own =
          Collections.list(store().aliases()).stream().anyMatch(it -> it.startsWith("seal-"));
      return newest(own ? "seal-" : "receipt-");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("key store unusable", e);
    }
  }

  /** Certificates of all that may have sealed. */
  public List<X509Certificate> sealSigners() {
    try {
      return Collections.list(store().aliases()).stream()
          .filter(alias -> alias.startsWith("seal-") || alias.startsWith("receipt-"))
          .sorted()
          .flatMap(alias -> signer(alias).stream())
          .toList();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("key store unusable", e);
    }
  }

  /** The key of a signer. */
  public PrivateKey signingKey(String alias) {
    return (PrivateKey) key(alias);
  }

  /** The certificate of a signer; empty where the key store has none of that name. */
  public Optional<X509Certificate> signer(String alias) {
    try {
      return Optional.ofNullable((X509Certificate) store().getCertificate(alias));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("key store unusable", e);
    }
  }

  public PrivateKey receiptKey() {
    return (PrivateKey) key(newest("receipt-"));
  }

  /** Certificate of the newest receipt signer, then its issuers. */
  public List<X509Certificate> receiptChain() {
    try {
      return Arrays.stream(store().getCertificateChain(newest("receipt-")))
          .map(X509Certificate.class::cast)
          .toList();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("key store unusable", e);
    }
  }

  /** Certificates of the issuers of all receipt signers, old and new. */
  public List<X509Certificate> receiptIssuers() {
    try {
      KeyStore store = store();
      var issuers = new java.util.LinkedHashSet<X509Certificate>();
      for (String alias : Collections.list(store.aliases())) {
        if (alias.startsWith("receipt-")) {
          Certificate[] chain = store.getCertificateChain(alias);
          issuers.add((X509Certificate) chain[chain.length - 1]);
        }
      }
      return List.copyOf(issuers);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("key store unusable", e);
    }
  }

  private String newest(String prefix) {
    String choice = chosen.get(prefix);
    return choice == null ? newest.computeIfAbsent(prefix, this::find) : choice;
  }

  /** Uses a key that the file holds from now on; see {@link KeyChoices}. */
  void choose(String prefix, String alias) {
    chosen.put(prefix, alias);
  }

  /** Names of all keys, {@code master-1} and the like. */
  Set<String> aliases() {
    try {
      return Collections.list(store().aliases()).stream()
          .filter(alias -> ALIAS.matcher(alias).matches())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("key store unusable", e);
    }
  }

  /**
   * Reads the file again where it is another one than before, so that a key that was added is at
   * hand without a restart. A file that cannot be read, because it is just being written or is
   * broken, leaves everything as it was.
   */
  void readAgainIfChanged() {
    try {
      String present = Files.getLastModifiedTime(Path.of(file)) + " " + Files.size(Path.of(file));
      if (present.equals(seen)) {
        return;
      }
      seen = present;
      loaded = load();
      keys.clear();
      newest.clear();
      LOG.log(INFO, "key store read keys={0}", aliases());
    } catch (IOException | IllegalStateException e) {
      LOG.log(ERROR, "key store changed and cannot be read, the keys of before stay", e);
    }
  }

  private String find(String prefix) {
    try {
      return Collections.list(store().aliases()).stream()
          .filter(alias -> alias.startsWith(prefix))
          .max(Comparator.comparingInt(alias -> number(alias, prefix)))
          .orElseThrow(() -> new IllegalStateException("key store has no entry " + prefix + "N"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("key store unusable", e);
    }
  }

  private static int number(String alias, String prefix) {
    return Integer.parseInt(alias.substring(prefix.length()));
  }

  private Key key(String alias) {
    return keys.computeIfAbsent(alias, this::read);
  }

  private Key read(String alias) {
    try {
      Key key = store().getKey(alias, password.toCharArray());
      if (key == null) {
        throw new IllegalStateException("key store has no entry " + alias);
      }
      return key;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("key store unusable", e);
    }
  }

  private KeyStore store() {
    KeyStore present = loaded;
    if (present == null) {
      present = load();
      loaded = present;
    }
    return present;
  }

  private KeyStore load() {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password.toCharArray());
      return store;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("key store cannot be opened: careplan.keys.file", e);
    }
  }
}
