package jp.careplan.exchange.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.careplan.application.Caller;
import jp.careplan.application.page.DeskForm;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PageMessages;
import jp.careplan.exchange.OfficeTrail;
import jp.careplan.exchange.OfficeTrail.Confirmation;
import jp.careplan.kernel.AuditReading;
import jp.careplan.kernel.DomainException;

/** A month of the office's trail at a glance, to be ticked off. */
@Named
@RequestScoped
public class TrailMonthView {
  private static final int MONTHS = 12;

  @Inject private OfficeTrail trail;
  @Inject private Caller caller;
  @Inject private JapaneseTime time;
  @Inject private Clock clock;

  private YearMonth month = YearMonth.of(2000, 1);
  private Optional<OfficeTrail.Month> seen = Optional.empty();
  private List<MonthRow> months = List.of();

  /** What one of its people did. */
  public static final class UserRow {
    private final String user;
    private final List<AuditReading.Count> counts;

    UserRow(String user, List<AuditReading.Count> counts) {
      this.user = user;
      this.counts = counts;
    }

    private long sum(TrailGroup group) {
      return counts.stream()
          .filter(it -> TrailGroup.of(it.action()) == group)
          .mapToLong(AuditReading.Count::times)
          .sum();
    }

    public String getUser() {
      return OfficeTrailRow.user(user);
    }

    public boolean isOfOffice() {
      return !user.equals(OfficeTrail.OTHERS);
    }

    public long getShown() {
      return sum(TrailGroup.SHOWN);
    }

    public long getPrinted() {
      return sum(TrailGroup.PRINTED);
    }

    public long getSaved() {
      return sum(TrailGroup.SAVED);
    }

    public long getSent() {
      return sum(TrailGroup.SENT);
    }

    public long getReceived() {
      return sum(TrailGroup.RECEIVED);
    }

    public long getSignedIn() {
      return sum(TrailGroup.SIGNED_IN);
    }

    public long getFailed() {
      return sum(TrailGroup.FAILED);
    }

    public long getOther() {
      return sum(TrailGroup.OTHER);
    }
  }

  /** A month in the list. */
  public record MonthRow(String digits, String title, String state, boolean current) {
    public String getDigits() {
      return digits;
    }

    public String getTitle() {
      return title;
    }

    public String getState() {
      return state;
    }

    public boolean isCurrent() {
      return current;
    }
  }

  @PostConstruct
  void load() {
    YearMonth now = YearMonth.now(clock);
    month = AskedMonth.find().filter(it -> !it.isAfter(now)).orElseGet(() -> now.minusMonths(1));
    seen = Optional.of(trail.month(caller.careSession(), month));
    YearMonth first = now.minusMonths(MONTHS - 1);
    Map<YearMonth, Confirmation> confirmed = trail.confirmed(caller.careSession(), first, now);
    months =
        IntStream.range(0, MONTHS)
            .mapToObj(now::minusMonths)
            .map(it -> row(it, confirmed.containsKey(it), it.equals(now)))
            .toList();
  }

  private MonthRow row(YearMonth it, boolean confirmed, boolean running) {
    String state = confirmed ? "✓ 確かめた" : running ? "– 月の途中" : "● まだ";
    return new MonthRow(AskedMonth.digits(it), time.month(it), state, it.equals(month));
  }

  public String confirm() {
    if (DeskForm.parameter("sure").isEmpty()) {
      PageMessages.warn("まだ確かめていません", "表を見て、「確かめました」に印を付けてから押してください。");
      return "";
    }
    try {
      trail.confirm(caller.careSession(), month);
      PageMessages.done(getTitle() + "の記録を確かめました", "だれがいつ確かめたかが残りました。");
      return "/office/trail-month?faces-redirect=true&month=" + getDigits();
    } catch (DomainException e) {
      PageMessages.refuse(e);
      return "";
    }
  }

  public String getDigits() {
    return AskedMonth.digits(month);
  }

  public String getTitle() {
    return time.month(month);
  }

  public String getFirstDay() {
    return month.atDay(1).toString();
  }

  public String getLastDay() {
    return month.atEndOfMonth().toString();
  }

  public boolean isOver() {
    return seen.filter(OfficeTrail.Month::over).isPresent();
  }

  /** When and by whom; empty where it was not yet. */
  public String getConfirmed() {
    return seen.flatMap(OfficeTrail.Month::confirmed)
        .map(it -> "%s、%s（記録 %d件）".formatted(time.moment(it.at()), it.by(), it.entries()))
        .orElse("");
  }

  public long getEntries() {
    return seen.map(OfficeTrail.Month::entries).orElse(0L);
  }

  public List<UserRow> getRows() {
    return seen.map(OfficeTrail.Month::counts).orElse(Map.of()).entrySet().stream()
        .map(it -> new UserRow(it.getKey(), it.getValue()))
        .toList();
  }

  public List<MonthRow> getMonths() {
    return months;
  }
}
