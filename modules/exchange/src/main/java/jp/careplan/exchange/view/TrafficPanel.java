package jp.careplan.exchange.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import jp.careplan.application.page.DeskOffice;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.exchange.Traffic;
import jp.careplan.exchange.Traffic.Step;
import jp.careplan.exchange.Traffic.Summary;
import jp.careplan.exchange.Traffic.Way;
import org.jspecify.annotations.Nullable;

/** How much goes in and out of an office, as an operator sees it. */
@Named
@RequestScoped
public class TrafficPanel {
  @Inject private DeskOffice office;
  @Inject private Traffic traffic;
  @Inject private JapaneseTime time;

  private @Nullable Summary summary;

  /** One exchange as the page shows it. */
  public static final class Row {
    private final Step step;
    private final JapaneseTime time;

    Row(Step step, JapaneseTime time) {
      this.step = step;
      this.time = time;
    }

    public String getAt() {
      return time.moment(step.at());
    }

    public String getDirection() {
      return step.out() ? "送った" : "届いた";
    }

    public String getKind() {
      return Words.kind(step.kind());
    }

    public String getStatus() {
      return Words.status(step.status());
    }

    public String getStyle() {
      return Words.style(step.status());
    }
  }

  @PostConstruct
  void load() {
    summary = traffic.of(office.by(), office.office());
  }

  public String getSent() {
    Way sent = Objects.requireNonNull(summary).sent();
    return words(sent) + "、相手がまだ受け取っていないもの " + sent.waiting() + "件";
  }

  public String getArrived() {
    Way arrived = Objects.requireNonNull(summary).arrived();
    return words(arrived) + "、まだ受け取っていないもの " + arrived.waiting() + "件";
  }

  private String words(Way way) {
    return way.count() + "件" + way.last().map(at -> "、最後は " + time.moment(at)).orElse("");
  }

  public List<Row> getRows() {
    return Objects.requireNonNull(summary).last().stream()
        .map(step -> new Row(step, time))
        .toList();
  }
}
