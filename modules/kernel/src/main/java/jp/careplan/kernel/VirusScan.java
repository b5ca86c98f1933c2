package jp.careplan.kernel;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import jp.careplan.kernel.internal.Clamd;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** ウイルス検査: files that somebody lays here are shown to a clamd, where the operator names one. */
@ApplicationScoped
public class VirusScan {
  private static final System.Logger LOG = System.getLogger(VirusScan.class.getName());

  @Inject
  @ConfigProperty(name = "careplan.scan.clamd")
  private Optional<String> clamd;

  @Inject
  @ConfigProperty(name = "careplan.scan.seconds", defaultValue = "30")
  private int seconds;

  private Optional<Clamd> scanner = Optional.empty();

  /** What becomes of a file. */
  public enum Verdict {
    /** Nothing was found, or nobody is to look. */
    CLEAN,
    INFECTED,
    /** Somebody is to look, and does not: the file is not to pass unseen. */
    UNSEEN
  }

  @PostConstruct
  void read() {
    scanner =
        clamd
            .filter(where -> !where.isBlank())
            .map(where -> new Clamd(where.strip(), Duration.ofSeconds(seconds)));
  }

  /** Takes its time; the log names an infected file by its hash. */
  public Verdict of(byte[] content) {
    if (scanner.isEmpty()) {
      return Verdict.CLEAN;
    }
    try {
      if (scanner.get().scan(content) instanceof Clamd.Answer.Found found) {
        LOG.log(
            WARNING,
            "file refused sha256={0} signature={1}",
            Sha256.hex(content),
            found.signature());
        return Verdict.INFECTED;
      }
      return Verdict.CLEAN;
    } catch (IOException e) {
      LOG.log(WARNING, "file not scanned: {0}", e.toString());
      return Verdict.UNSEEN;
    }
  }
}
