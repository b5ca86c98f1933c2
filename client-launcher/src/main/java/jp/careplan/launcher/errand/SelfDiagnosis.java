package jp.careplan.launcher.errand;

import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.careplan.launcher.api.Exchange;
import jp.careplan.launcher.api.Patience;
import jp.careplan.launcher.api.Probe;
import jp.careplan.launcher.api.ServerAddress;
import jp.careplan.launcher.profile.CertificateFacts;
import jp.careplan.launcher.profile.OfficeIdentity;
import jp.careplan.launcher.text.JapanTime;
import jp.careplan.launcher.trouble.Exit;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Problem;
import jp.careplan.launcher.trouble.Trouble;
import org.jspecify.annotations.Nullable;

/** 自己診断: whether this PC and its network are fit for the exchange. Changes nothing. */
public final class SelfDiagnosis {
  /** What is looked at; the names are those of the API. */
  public enum Check {
    JAVA("Java"),
    PUBLIC("画面の入り口"),
    CERTIFICATE("電子証明書"),
    CONNECTOR("送受信の入り口"),
    CLOCK("パソコンの時計"),
    PROXY("中継サーバー");

    private final String words;

    Check(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /**
   * One line of the result.
   *
   * @param found what was found, in words
   * @param problem what is wrong and what to do; null where nothing is
   */
  public record Finding(Check check, String found, @Nullable Problem problem) {
    public boolean passed() {
      return problem == null;
    }
  }

  /**
   * All of it.
   *
   * @param exit of the first thing that is wrong
   */
  public record Result(List<Finding> findings, Exit exit) {}

  private static final int OLDEST_JAVA = 21;
  private static final Duration TOLERATED_SKEW = Duration.ofMinutes(2);
  private static final Patience SHORT = new Patience(Duration.ofSeconds(5));

  private final ServerAddress server;
  private final ServerAddress publicServer;
  private final Path pinned;
  private final Supplier<OfficeIdentity> opening;
  private final Clock clock;
  private final List<Finding> findings = new ArrayList<>();
  private Exit exit = Exit.DONE;
  private Optional<OfficeIdentity> identity = Optional.empty();
  private Optional<Duration> skew = Optional.empty();
  private boolean stoppedByProxy;

  /**
   * @param opening opens the certificate, or refuses
   */
  public SelfDiagnosis(
      ServerAddress server,
      ServerAddress publicServer,
      Path pinned,
      Supplier<OfficeIdentity> opening,
      Clock clock) {
    this.server = server;
    this.publicServer = publicServer;
    this.pinned = pinned;
    this.opening = opening;
    this.clock = clock;
  }

  public Result run() {
    look(Check.JAVA, this::java);
    look(Check.CERTIFICATE, this::certificate);
    look(Check.PUBLIC, this::publicListener);
    look(Check.CONNECTOR, this::connector);
    look(Check.CLOCK, this::clockOfPc);
    look(Check.PROXY, this::proxy);
    return new Result(List.copyOf(findings), exit);
  }

  private void look(Check check, Supplier<String> looking) {
    try {
      findings.add(new Finding(check, looking.get(), null));
    } catch (Trouble trouble) {
      stoppedByProxy |= trouble.is(LauncherProblem.PROXY_IN_THE_WAY);
      exit = exit == Exit.DONE ? trouble.exit() : exit;
      findings.add(new Finding(check, trouble.problem().title(), trouble.problem()));
    }
  }

  private String java() {
    Runtime.Version version = Runtime.version();
    if (version.feature() < OLDEST_JAVA) {
      throw new Trouble(LauncherProblem.OLD_JAVA, "いまの版: " + version.feature());
    }
    return String.valueOf(version.feature());
  }

  private String certificate() {
    OfficeIdentity opened = opening.get();
    identity = Optional.of(opened);
    var facts = new CertificateFacts(opened.certificate());
    Instant now = clock.instant();
    facts
        .fault(now)
        .ifPresent(fault -> {
          throw fault;
        });
    return JapanTime.day(facts.until()) + "まで（あと" + facts.daysLeft(now) + "日）";
  }

  private String publicListener() {
    skew = Probe.plainly(publicServer, pinned, authorities());
    return publicServer.toString();
  }

  private String connector() {
    if (identity.isPresent()) {
      var access = new Exchange.Access(server, identity.get(), pinned, SHORT);
      skew = Probe.withCertificate(access).or(() -> skew);
    } else {
      skew = Probe.plainly(server, pinned, List.of()).or(() -> skew);
    }
    return server.toString();
  }

  private List<X509Certificate> authorities() {
    return identity.map(OfficeIdentity::authorities).orElse(List.of());
  }

  private String clockOfPc() {
    Duration apart =
        skew.orElseThrow(() -> new Trouble(LauncherProblem.CLOCK_UNKNOWN, "どの入り口からも、時刻が返りませんでした。"))
            .abs();
    if (apart.compareTo(TOLERATED_SKEW) > 0) {
      throw new Trouble(LauncherProblem.CLOCK_WRONG, "差: 約" + apart.toMinutes() + "分");
    }
    return "差は" + apart.toSeconds() + "秒";
  }

  private String proxy() {
    String used =
        Stream.ofNullable(ProxySelector.getDefault())
            .flatMap(it -> it.select(URI.create("https://" + server + "/")).stream())
            .filter(it -> it.type() != Proxy.Type.DIRECT)
            .map(it -> String.valueOf(it.address()))
            .collect(Collectors.joining("、"));
    if (stoppedByProxy) {
      throw new Trouble(LauncherProblem.PROXY_IN_THE_WAY, used);
    }
    return used.isEmpty() ? "使っていません" : used;
  }
}
