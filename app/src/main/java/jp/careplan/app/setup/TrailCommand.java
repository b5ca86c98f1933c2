package jp.careplan.app.setup;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import jp.careplan.kernel.internal.chain.ChainBreak;
import jp.careplan.kernel.internal.chain.ChainWalk;
import jp.careplan.kernel.internal.chain.SealFiles;
import jp.careplan.kernel.internal.chain.Stamp;

/**
 * Verifies the audit trail (監査証跡) from the database alone, beside a running node or without one.
 * Exit 0: whole; 1: broken, the first break is named; 2: could not be looked at.
 */
public final class TrailCommand {
  private static final int BROKEN = 1;
  private static final int MISUSE = 2;
  private static final long TOLD_EVERY = 100_000;

  private TrailCommand() {}

  /** Arguments: {@code --seals FOLDER} in place of the node's own folder of exported seals. */
  public static void main(String[] args) {
    try {
      Settings settings = Settings.read(System.getenv());
      ChainWalk.Report report = verify(settings, folder(settings, args));
      tell(report);
      System.exit(report.isWhole() ? 0 : BROKEN);
    } catch (Settings.BadSettings e) {
      e.faults().forEach(line -> System.err.println("verify-trail: " + line));
    } catch (SQLException e) {
      System.err.println("verify-trail: the database cannot be read: " + e.getMessage());
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      System.err.println("verify-trail: " + e.getMessage());
    }
    System.exit(MISUSE);
  }

  private static Path folder(Settings settings, String[] args) {
    if (args.length == 2 && args[0].equals("--seals")) {
      return Path.of(args[1]);
    }
    if (args.length > 0) {
      throw new IllegalArgumentException("expected nothing, or --seals FOLDER");
    }
    String set = settings.get("careplan.seals.folder");
    return set.isEmpty() ? Path.of(settings.get("careplan.data"), "seals") : Path.of(set);
  }

  private static ChainWalk.Report verify(Settings settings, Path folder)
      throws SQLException, IOException, GeneralSecurityException {
    String url = settings.get("careplan.db.url");
    if (url.startsWith("jdbc:h2:")) {
      throw new IllegalArgumentException(
          "the embedded database is open in its server: verify at the desk, /desk/trail-seals");
    }
    KeyStore keys = keys(settings);
    List<SecretKey> stamps = stampKeys(keys, settings.get("careplan.keys.password"));
    try (var exported = new SealFiles(folder).read();
        Connection connection =
            DriverManager.getConnection(
                url, settings.get("careplan.db.user"), settings.get("careplan.db.password"))) {
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      var walk =
          new ChainWalk(
              alias -> key(keys, alias),
              entry -> stamps.stream().anyMatch(key -> Stamp.fits(key, entry)),
              exported);
      long told = 0;
      while (walk.step(connection)) {
        if (walk.report().entries() >= told + TOLD_EVERY) {
          told = walk.report().entries();
          System.err.printf("%,d entries verified%n", told);
        }
      }
      return walk.report();
    }
  }

  private static void tell(ChainWalk.Report report) {
    System.out.printf(
        "%,d seals with %,d entries, %,d entries not sealed yet%n",
        report.seals(), report.entries(), report.waiting());
    if (report.isWhole()) {
      System.out.println("whole: nothing was changed, deleted or inserted");
      return;
    }
    System.out.printf("BROKEN: %,d breaks; the first:%n", report.breakCount());
    report.breaks().forEach(it -> System.out.println("  " + words(it)));
  }

  private static String words(ChainBreak it) {
    return it.kind().words()
        + (it.seal() == 0 ? "" : ", seal " + it.seal())
        + (it.entry().isEmpty() ? "" : ", entry " + it.entry());
  }

  private static KeyStore keys(Settings settings) throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(
        Path.of(settings.get("careplan.keys.file")).toFile(),
        settings.get("careplan.keys.password").toCharArray());
  }

  private static Optional<PublicKey> key(KeyStore keys, String alias) {
    try {
      return Optional.ofNullable(keys.getCertificate(alias)).map(it -> it.getPublicKey());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<SecretKey> stampKeys(KeyStore keys, String password)
      throws GeneralSecurityException {
    List<SecretKey> found = new ArrayList<>();
    for (String alias : Collections.list(keys.aliases())) {
      if (alias.startsWith("master-")) {
        found.add(Stamp.keyFrom((SecretKey) keys.getKey(alias, password.toCharArray())));
      }
    }
    return found;
  }
}
