package jp.careplan.exchange.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.careplan.application.OperatorCaller;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.exchange.Retention;
import jp.careplan.exchange.Retention.Day;

/** What was announced and deleted on which day, for operators. */
@Named
@RequestScoped
public class RetentionReportView {
  @Inject private Retention retention;
  @Inject private OperatorCaller caller;
  @Inject private JapaneseTime time;

  private List<Row> rows = List.of();

  /** One day as the page shows it. */
  public static final class Row {
    private final Day day;
    private final JapaneseTime time;

    Row(Day day, JapaneseTime time) {
      this.day = day;
      this.time = time;
    }

    public String getDay() {
      return time.day(day.day());
    }

    public long getAnnounced() {
      return day.announced();
    }

    public long getProlonged() {
      return day.prolonged();
    }

    public long getPurged() {
      return day.purged();
    }

    public long getExpired() {
      return day.expired();
    }

    /** Transmissions whose records went too. */
    public long getForgotten() {
      return day.forgotten();
    }

    public String getSize() {
      return Words.size(day.bytes());
    }
  }

  @PostConstruct
  void load() {
    rows = retention.report(caller.session()).stream().map(day -> new Row(day, time)).toList();
  }

  public List<Row> getRows() {
    return rows;
  }
}
