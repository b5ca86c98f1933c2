package jp.careplan.exchange.view;

import static jp.careplan.application.page.DeskForm.parameter;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import jp.careplan.application.OperatorCaller;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.exchange.VendorTestDesk;
import jp.careplan.exchange.VendorTesting.Run;
import jp.careplan.exchange.VendorTesting.Status;

/** ベンダ試験 of all makers, oldest first. */
@Named
@RequestScoped
public class DeskVendorRunsView {
  private static final int LINES = 50;

  @Inject private VendorTestDesk desk;
  @Inject private OperatorCaller caller;
  @Inject private JapaneseTime time;

  private List<Row> rows = List.of();
  private String next = "";

  /** A run as the list shows it. */
  public record Row(String id, String product, String maker, String changed, int passed) {}

  @PostConstruct
  void load() {
    List<Run> found = desk.listed(caller.session(), status(), parameter("after"), LINES + 1);
    if (found.size() > LINES) {
      found = found.subList(0, LINES);
      next = "/desk/vendor-runs?status=%s&after=%s".formatted(status(), found.getLast().id());
    }
    rows = found.stream().map(this::row).toList();
  }

  private Row row(Run run) {
    return new Row(
        run.id(),
        run.product().name() + " " + run.product().version(),
        run.product().maker(),
        time.moment(run.changedAt()),
        run.passed().size());
  }

  /** What cannot be read is as if it were not there. */
  private static Status status() {
    return Arrays.stream(Status.values())
        .filter(it -> it.name().equals(parameter("status")))
        .findFirst()
        .orElse(Status.SUBMITTED);
  }

  static String words(Status status) {
    return switch (status) {
      case OPEN -> "● 試験中";
      case SUBMITTED -> "⏱ 確認を待っています";
      case PUBLISHED -> "✓ 公開しました";
    };
  }

  /** A state that the filter offers. */
  public record Choice(String code, String label, boolean chosen) {}

  public List<Choice> getChoices() {
    return Arrays.stream(Status.values())
        .map(it -> new Choice(it.name(), words(it), it == status()))
        .toList();
  }

  public List<Row> getRows() {
    return rows;
  }

  public String getNext() {
    return next;
  }
}
