package jp.careplan.launcher.profile;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;

/** The personal certificate store of Windows; elsewhere every call says that there is none. */
public final class WindowsStore {
  /** A certificate in the store that has its key. */
  public record Entry(String alias, X509Certificate certificate) {
    public boolean isFor(String text) {
      return alias.contains(text) || certificate.getSubjectX500Principal().getName().contains(text);
    }
  }

  private WindowsStore() {}

  public static boolean isHere() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
  }

  public static List<Entry> entries() {
    try {
      KeyStore store = open();
      var found = new ArrayList<Entry>();
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias)
            && store.getCertificate(alias) instanceof X509Certificate certificate) {
          found.add(new Entry(alias, certificate));
        }
      }
      return found;
    } catch (GeneralSecurityException | IOException e) {
      throw unreadable(e);
    }
  }

  public static OfficeIdentity identity(String alias) {
    try {
      return OfficeIdentity.of(open(), alias, null);
    } catch (GeneralSecurityException | IOException e) {
      throw unreadable(e);
    }
  }

  private static KeyStore open() throws GeneralSecurityException, IOException {
    if (!isHere()) {
      throw new Trouble(
          LauncherProblem.WINDOWS_ONLY, "いまのシステム: " + System.getProperty("os.name", ""));
    }
    KeyStore store = KeyStore.getInstance("Windows-MY");
    store.load(null, null);
    return store;
  }

  private static Trouble unreadable(Exception cause) {
    return new Trouble(LauncherProblem.CERTIFICATE_UNREADABLE, "場所: Windowsの個人用の証明書", cause);
  }
}
