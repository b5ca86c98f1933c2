package jp.careplan.application.internal.certificate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.CRLReason;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.security.auth.x500.X500Principal;
import jp.careplan.kernel.Sha256;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** The authority as a program of its own, for the machine that is off line. Answers 0, 1 or 2. */
public final class AuthorityCommand {
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int MISUSE = 2;
  private static final String ALIAS = "authority";
  private static final String HELP =
      """
      使い方: authority コマンド --名前 値 …

        new-root     根の認証局の鍵と証明書を作ります
                     --name DN --store root.p12 --certificate root.pem
        new-request  発行用の認証局の鍵と署名要求を作ります（発行用の機械で）
                     --name DN --store issuing.p12 --request issuing.csr
        new-issuing  署名要求に、根の鍵で証明書を出します（根の機械で）
                     --store root.p12 --request issuing.csr --name DN --chain issuing.pem
                     [--crl-url URL] [--ocsp-url URL]（根の失効リストと応答の場所）
        complete     できた証明書を、鍵のファイルに入れます（発行用の機械で）
                     --store issuing.p12 --chain issuing.pem
        sign-crl     失効リストに署名します
                     --store root.p12 --number N --days D --crl root.crl
                     [--revoked FILE]（1行に: シリアル番号（16進） 日時 理由）
        show         証明書を見せます --certificate FILE

      --store の代わりに --module 設定ファイル（PKCS#11）も使えます（new-root、new-request、complete を除く）。
      鍵の名前は authority です。--alias で変えられます。
      パスワードは --password-file FILE、環境変数 AUTHORITY_PASSWORD、どちらもなければ画面で聞きます。
      できているファイルは上書きしません。終了コード: 0 できた  1 できなかった  2 使い方の誤り
      """;

  private final PrintStream out;
  private final PrintStream err;
  private final Clock clock;
  private final Map<String, String> environment;
  private final Map<String, String> options = new TreeMap<>();

  AuthorityCommand(PrintStream out, PrintStream err, Clock clock, Map<String, String> environment) {
    this.out = out;
    this.err = err;
    this.clock = clock;
    this.environment = environment;
  }

  public static void main(String[] args) {
    var clock = Clock.system(ZoneId.of("Asia/Tokyo"));
    System.exit(new AuthorityCommand(System.out, System.err, clock, System.getenv()).run(args));
  }

  int run(String... args) {
    if (args.length == 0 || args.length % 2 == 0 || List.of(args).contains("--help")) {
      err.print(HELP);
      return MISUSE;
    }
    for (int i = 1; i < args.length; i += 2) {
      if (!args[i].startsWith("--")) {
        err.print(HELP);
        return MISUSE;
      }
      options.put(args[i].substring(2), args[i + 1]);
    }
    try {
      return perform(args[0]);
    } catch (Missing e) {
      err.println("authority: --" + e.getMessage() + " を指定してください");
      return MISUSE;
    } catch (AuthorityProblem
        | IOException
        | GeneralSecurityException
        | IllegalArgumentException
        | DateTimeParseException e) {
      err.println("authority: " + e.getMessage());
      return FAILED;
    }
  }

  private int perform(String command) throws IOException, GeneralSecurityException {
    switch (command) {
      case "new-root" -> newRoot();
      case "new-request" -> newRequest();
      case "new-issuing" -> newIssuing();
      case "complete" -> complete();
      case "sign-crl" -> signList();
      case "show" -> read(path("certificate")).forEach(this::show);
      default -> {
        err.print(HELP);
        return MISUSE;
      }
    }
    return DONE;
  }

  private void newRoot() throws IOException, GeneralSecurityException {
    var name = new X500Principal(option("name"));
    KeyPair key = CertificateAuthority.newKey();
    var root =
        CertificateAuthority.newRoot(
            name, key, clock.instant(), CertificateAuthority.Addresses.NONE);
    saveKey(key, root.chain());
    write(path("certificate"), pem(root.chain().toArray()));
    show(root.certificate());
  }

  /** The key needs a certificate to lie with until the root has issued the true one. */
  private void newRequest() throws IOException, GeneralSecurityException {
    var name = new X500Principal(option("name"));
    KeyPair key = CertificateAuthority.newKey();
    var standIn =
        CertificateAuthority.newRoot(
            name, key, clock.instant(), CertificateAuthority.Addresses.NONE);
    var request =
        new JcaPKCS10CertificationRequestBuilder(name, key.getPublic())
            .build(CertificateAuthority.signer(key.getPrivate()));
    saveKey(key, standIn.chain());
    write(path("request"), pem(request));
    out.println("鍵の指紋: " + Sha256.hex(key.getPublic().getEncoded()));
  }

  private void newIssuing() throws IOException {
    var request = SigningRequest.read(Files.readAllBytes(path("request")));
    out.println("鍵の指紋: " + Sha256.hex(request.key().getEncoded()));
    var root = authority(new CertificateAuthority.Addresses(uris("crl-url"), uris("ocsp-url")));
    X509Certificate issued =
        root.issue(
            CertificateProfile.ISSUING,
            new X500Principal(option("name")),
            request.key(),
            clock.instant());
    write(path("chain"), pem((Object[]) root.chainOf(issued)));
    show(issued);
  }

  private void complete() throws IOException, GeneralSecurityException {
    char[] password = password();
    Path file = path("store");
    KeyStore store = KeyStores.open(file, password);
    var entry = KeyStores.entry(store, alias(), password);
    List<X509Certificate> chain = read(path("chain"));
    if (!chain.getFirst().getPublicKey().equals(entry.chain().getFirst().getPublicKey())) {
      throw new AuthorityProblem("the certificate is of another key");
    }
    store.setKeyEntry(alias(), entry.key(), password, chain.toArray(X509Certificate[]::new));
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    KeyStores.save(store, fresh, password);
    Files.move(
        fresh,
        file,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING,
        java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    show(chain.getFirst());
  }

  private void signList() throws IOException {
    Instant now = clock.instant();
    List<RevocationList.Entry> revoked = new ArrayList<>();
    if (options.containsKey("revoked")) {
      for (String line : Files.readAllLines(path("revoked"), UTF_8)) {
        if (!line.isBlank()) {
          revoked.add(entry(line));
        }
      }
    }
    byte[] list =
        RevocationList.make(
            authority(CertificateAuthority.Addresses.NONE),
            new BigInteger(option("number")),
            now,
            now.plus(Duration.ofDays(Long.parseLong(option("days")))),
            revoked.stream());
    write(path("crl"), list);
    out.println("失効リスト: " + revoked.size() + "件");
  }

  private static RevocationList.Entry entry(String line) {
    String[] parts = line.strip().split("\\s+");
    if (parts.length != 3) {
      throw new AuthorityProblem("expected: serial time reason, found: " + line);
    }
    return new RevocationList.Entry(
        new BigInteger(parts[0], 16),
        Instant.parse(parts[1]),
        CRLReason.valueOf(parts[2].toUpperCase(Locale.ROOT)));
  }

  private CertificateAuthority authority(CertificateAuthority.Addresses addresses)
      throws IOException {
    char[] password = password();
    KeyStore store =
        options.containsKey("module")
            ? KeyStores.openModule(path("module"), password)
            : KeyStores.open(path("store"), password);
    var entry = KeyStores.entry(store, alias(), password);
    return new CertificateAuthority(entry.key(), entry.chain(), addresses);
  }

  private void saveKey(KeyPair key, List<X509Certificate> chain)
      throws IOException, GeneralSecurityException {
    char[] password = password();
    KeyStore store = KeyStores.empty();
    store.setKeyEntry(alias(), key.getPrivate(), password, chain.toArray(X509Certificate[]::new));
    KeyStores.save(store, path("store"), password);
  }

  private void show(X509Certificate certificate) {
    try {
      out.println("名前:     " + certificate.getSubjectX500Principal());
      out.println("発行者:   " + certificate.getIssuerX500Principal());
      out.println("番号:     " + certificate.getSerialNumber().toString(16));
      out.println(
          "有効期間: "
              + certificate.getNotBefore().toInstant()
              + " から "
              + certificate.getNotAfter().toInstant()
              + " まで");
      out.println(
          "指紋:     "
              + HexFormat.ofDelimiter(":")
                  .withUpperCase()
                  .formatHex(HexFormat.of().parseHex(Sha256.hex(certificate.getEncoded()))));
    } catch (GeneralSecurityException e) {
      throw new AuthorityProblem("certificate unusable", e);
    }
  }

  private static List<X509Certificate> read(Path file)
      throws IOException, GeneralSecurityException {
    var in = new ByteArrayInputStream(Files.readAllBytes(file));
    return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
        .map(X509Certificate.class::cast)
        .toList();
  }

  private static byte[] pem(Object... objects) throws IOException {
    var text = new StringWriter();
    try (var writer = new JcaPEMWriter(text)) {
      for (Object object : objects) {
        writer.writeObject(object);
      }
    }
    return text.toString().getBytes(US_ASCII);
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Files.write(KeyStores.create(file), bytes);
  }

  @SuppressWarnings("SystemConsoleNull") // it is null on JDK 21
  private char[] password() throws IOException {
    if (options.containsKey("password-file")) {
      return Files.readString(path("password-file"), UTF_8).strip().toCharArray();
    }
    String given = environment.get("AUTHORITY_PASSWORD");
    if (given != null) {
      return given.toCharArray();
    }
    Console console = System.console();
    if (console == null) {
      throw new AuthorityProblem("no password given");
    }
    char[] typed = console.readPassword("パスワード: ");
    boolean makesOne = !options.containsKey("module") && !Files.exists(path("store"));
    if (typed == null || typed.length == 0) {
      throw new AuthorityProblem("no password given");
    }
    if (makesOne && !Arrays.equals(typed, console.readPassword("もう一度: "))) {
      throw new AuthorityProblem("the passwords differ");
    }
    return typed;
  }

  private String alias() {
    return options.getOrDefault("alias", ALIAS);
  }

  private List<URI> uris(String name) {
    return options.containsKey(name) ? List.of(URI.create(option(name))) : List.of();
  }

  private Path path(String name) {
    return Path.of(option(name));
  }

  private String option(String name) {
    String value = options.get(name);
    if (value == null) {
      throw new Missing(name);
    }
    return value;
  }

  /** An option that a command needs. */
  private static final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Missing(String option) {
      super(option);
    }
  }
}
