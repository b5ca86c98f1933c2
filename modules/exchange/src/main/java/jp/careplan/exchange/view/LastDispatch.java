package jp.careplan.exchange.view;

import java.util.List;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.exchange.Dispatching.Fate;
import jp.careplan.exchange.Dispatching.Line;
import jp.careplan.exchange.Dispatching.Standing;

/** What was sent together the last time, for whoever comes back to the page. */
public final class LastDispatch {
  private final Standing standing;
  private final JapaneseTime time;

  LastDispatch(Standing standing, JapaneseTime time) {
    this.standing = standing;
    this.time = time;
  }

  public String getId() {
    return standing.id();
  }

  public boolean isRunning() {
    return standing.running();
  }

  public String getStartedAt() {
    return time.moment(standing.startedAt());
  }

  public int getAll() {
    return standing.lines().size();
  }

  public long getSent() {
    return standing.count(Fate.SENT);
  }

  public long getLeft() {
    return getAll() - getSent();
  }

  /** One sentence that tells where it stands. */
  public String getState() {
    if (isRunning()) {
      return "送っています " + (getAll() - standing.count(Fate.WAITING)) + " / " + getAll();
    }
    return getLeft() == 0
        ? getAll() + "件をすべて送りました。"
        : getAll() + "件のうち" + getSent() + "件を送りました。" + getLeft() + "件は送っていません。";
  }

  public List<Row> getRows() {
    return standing.lines().stream()
        .sorted((one, other) -> Integer.compare(rank(one), rank(other)))
        .map(line -> new Row(line, standing.running(), time))
        .toList();
  }

  /** What asks for a person first. */
  private static int rank(Line line) {
    return switch (line.fate()) {
      case FAILED -> 0;
      case WAITING -> 1;
      case SENT -> 2;
    };
  }

  /** One unit of it. */
  public static final class Row {
    private final Line line;
    private final boolean running;
    private final JapaneseTime time;

    Row(Line line, boolean running, JapaneseTime time) {
      this.line = line;
      this.running = running;
      this.time = time;
    }

    public String getId() {
      return line.id().value();
    }

    public boolean isSent() {
      return line.fate() == Fate.SENT;
    }

    public String getVerdict() {
      return switch (line.fate()) {
        case SENT -> "✓ 送りました";
        case FAILED -> "✗ 送れませんでした";
        case WAITING -> running ? "… これから送ります" : "✗ 送っていません";
      };
    }

    public String getStyle() {
      return isSent() ? "good" : running && line.fate() == Fate.WAITING ? "waiting" : "bad";
    }

    public String getPartner() {
      return line.recipient().name();
    }

    public String getPartnerNumber() {
      return line.recipient().number().value();
    }

    public String getPartnerKind() {
      return Words.serviceKind(line.recipient());
    }

    public String getKind() {
      return Words.unit(line.unit());
    }

    public String getMonth() {
      return line.serviceMonth().isEmpty() ? "–" : time.month(line.serviceMonth());
    }

    public int getPeople() {
      return line.people();
    }

    /** The receipt's number, or why there is none. */
    public String getAnswer() {
      if (isSent()) {
        return line.receiptNumber().orElse("");
      }
      return line.problem().orElse(running ? "" : "送る前に止まりました。もう一度置いてください。");
    }
  }
}
