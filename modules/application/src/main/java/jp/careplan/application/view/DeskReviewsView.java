package jp.careplan.application.view;

import static jp.careplan.application.page.DeskForm.parameter;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.careplan.application.ApplicationKind;
import jp.careplan.application.ApplicationReview;
import jp.careplan.application.ApplicationReview.Filter;
import jp.careplan.application.ApplicationReview.Mark;
import jp.careplan.application.ApplicationReview.Rule;
import jp.careplan.application.ApplicationSummary;
import jp.careplan.application.OperatorCaller;
import jp.careplan.application.OperatorRole;
import jp.careplan.application.page.DeskForm;
import jp.careplan.application.page.JapaneseTime;

/** 審査を待つ申請, the longest waiting first, and the rules that ask for a review. */
@Named
@RequestScoped
public class DeskReviewsView {
  private static final String PAGE = "/desk/applications";
  private static final int LINES = 50;

  @Inject private ApplicationReview review;
  @Inject private OperatorCaller caller;
  @Inject private JapaneseTime time;
  @Inject private Clock clock;

  private List<Row> rows = List.of();
  private String next = "";
  private String rule = "";
  private String reason = "";

  /** An application as the list shows it. */
  public static final class Row {
    private final ApplicationSummary application;
    private final String since;
    private final long days;

    Row(ApplicationSummary application, String since, long days) {
      this.application = application;
      this.since = since;
      this.days = days;
    }

    public String getId() {
      return application.id().value();
    }

    public String getOffice() {
      return application.office().value();
    }

    public String getName() {
      String name = application.form().description().name();
      return name.isEmpty() ? "（名称なし）" : name;
    }

    public String getKind() {
      return application.kind().title();
    }

    public String getReasons() {
      return String.join("、", application.reviewReasons());
    }

    public String getSince() {
      return since;
    }

    public String getDays() {
      return days == 0 ? "今日" : days + "日前";
    }
  }

  @PostConstruct
  void load() {
    List<ApplicationSummary> found = review.waiting(caller.session(), filter(), mark(), LINES + 1);
    if (found.size() > LINES) {
      found = found.subList(0, LINES);
      ApplicationSummary last = found.getLast();
      next =
          PAGE
              + "?"
              + address()
              + "&at="
              + encoded(last.submittedAt().orElseThrow().toString())
              + "&id="
              + encoded(last.id().value());
    }
    rows = found.stream().map(this::row).toList();
  }

  private Row row(ApplicationSummary application) {
    Instant sent = application.submittedAt().orElseThrow();
    return new Row(
        application, time.moment(sent), Duration.between(sent, clock.instant()).toDays());
  }

  /** What cannot be read is as if it were not there. */
  private Filter filter() {
    return new Filter(chosenKind(), getPrefecture(), day(getUntil()));
  }

  private Optional<ApplicationKind> chosenKind() {
    return Stream.of(ApplicationKind.values())
        .filter(it -> it.name().equals(getKind()))
        .findFirst();
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Mark> mark() {
    try {
      String at = parameter("at");
      return at.isEmpty()
          ? Optional.empty()
          : Optional.of(new Mark(Instant.parse(at), parameter("id")));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private String address() {
    return "kind=%s&prefecture=%s&until=%s"
        .formatted(encoded(getKind()), encoded(getPrefecture()), encoded(getUntil()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  public String switchRule() {
    boolean on = !isSwitchedOn(rule);
    return DeskForm.act(
        PAGE,
        on ? "審査の決まりを使うようにしました" : "審査の決まりを使わないようにしました",
        () -> review.switchRule(caller.session(), rule, on, reason));
  }

  private boolean isSwitchedOn(String code) {
    return getRules().stream().anyMatch(it -> it.code().equals(code) && it.switchedOn());
  }

  public List<Rule> getRules() {
    return review.rules(caller.session());
  }

  /** Whether this operator may change the rules; asked again when they do. */
  public boolean isLeading() {
    return caller.session().prefectures().isEmpty()
        && caller.session().isAny(OperatorRole.OPERATOR);
  }

  /** Kinds that rules can ask to review. */
  public List<ApplicationKind> getKinds() {
    return List.of(ApplicationKind.INITIAL, ApplicationKind.CHANGE);
  }

  public List<Row> getRows() {
    return rows;
  }

  public String getNext() {
    return next;
  }

  public String getKind() {
    return parameter("kind");
  }

  public String getPrefecture() {
    return Typed.halfWidth(parameter("prefecture"));
  }

  public String getUntil() {
    return parameter("until");
  }

  public String getRule() {
    return rule;
  }

  public void setRule(String rule) {
    this.rule = rule;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
