package jp.careplan.support.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import jp.careplan.kernel.DomainException;
import jp.careplan.support.RuleEditing;
import jp.careplan.support.RuleEditing.Change;
import jp.careplan.support.RuleEditing.Filter;
import jp.careplan.support.RuleEditing.Listed;
import jp.careplan.support.RuleEditing.Overview;
import jp.careplan.support.RuleEditing.Run;
import jp.careplan.support.RuleEditing.Usage;
import jp.careplan.support.Updating;
import jp.careplan.support.internal.chat.RuleText;
import jp.careplan.support.view.DeskTextsView.Choice;
import org.jspecify.annotations.Nullable;

/** チャットの規則: the list, as its address filters it; trying out and publishing. */
@Named("deskRules")
@RequestScoped
public class DeskRulesView {
  private static final int MOST = 50;
  private static final int VERSIONS = 10;

  @Inject private RuleEditing editing;
  @Inject private Updating<String, RuleText> updating;

  private Overview overview = new Overview(0, Optional.empty(), 0, 0, List.of(), false);
  private List<Row> rows = List.of();
  private List<RuleWords.VersionRow> versions = List.of();
  private int found;
  private long offers;
  private String next = "";
  private String seen = "0";
  private String note = "";
  private String sentence = "";
  private Optional<RuleWords.TriedRow> tried = Optional.empty();
  private Optional<Run> run = Optional.empty();

  /** A rule as the list shows it. */
  public record Row(
      String address,
      String label,
      String name,
      String topic,
      String style,
      String state,
      String offer,
      String patterns,
      String month,
      String quarter) {}

  @PostConstruct
  void load() {
    show();
    seen = String.valueOf(overview.seen());
  }

  private void show() {
    overview = editing.overview();
    var filter =
        new Filter(
            getWord(), HelpView.asked("topic"), isChanged(), isOff(), isOffered(), isWorst());
    var page =
        editing.list(
            filter, Optional.of(HelpView.asked("after")).filter(it -> !it.isEmpty()), MOST);
    rows = page.items().stream().map(DeskRulesView::row).toList();
    found = page.found();
    offers = updating.count();
    next = page.next().map(it -> first() + "&after=" + TextWords.encoded(it)).orElse("");
    versions =
        editing
            .versions(
                Optional.of(RuleWords.number(HelpView.asked("versions"))).filter(it -> it > 0),
                VERSIONS)
            .stream()
            .map(RuleWords::version)
            .toList();
  }

  private static String cut(String word) {
    return word.length() > 100 ? word.substring(0, 100) : word;
  }

  private static Row row(Listed it) {
    boolean off = it.rule().off();
    return new Row(
        RuleWords.address(it.rule().name()),
        it.rule().label(),
        it.rule().name(),
        it.rule().topic().isEmpty() ? "–" : it.rule().topic(),
        off ? "gone" : it.change() == Change.NONE ? "good" : "waiting",
        (off
                ? "– 止めた"
                : switch (it.change()) {
                  case NONE -> "✓ 公開中";
                  case NEW -> "✎ 新しい";
                  case CHANGED -> "✎ 変更あり";
                })
            + (off && it.change() != Change.NONE ? "（変更あり）" : ""),
        it.offer().label(),
        it.rule().patterns().isEmpty() ? "ボタンから" : it.rule().patterns().size() + "行",
        RuleWords.usage(it.usage().getOrDefault(30, none())),
        RuleWords.usage(it.usage().getOrDefault(90, none())));
  }

  private static Usage none() {
    return new Usage(0, 0, 0, 0);
  }

  public void tryOut() {
    try {
      tried =
          sentence.isBlank()
              ? Optional.empty()
              : Optional.of(RuleWords.tried(editing.tryOut(sentence, Optional.empty(), "")));
    } catch (DomainException e) {
      RuleWords.tell(e);
    }
  }

  public void publish() {
    try {
      Run done = editing.publish(Long.parseLong(seen.matches("[0-9]{1,15}") ? seen : "0"), note);
      run = Optional.of(done);
      if (done.number() > 0) {
        note = "";
        show();
        seen = String.valueOf(overview.seen());
        RuleWords.tell(
            FacesMessage.SEVERITY_INFO,
            "第%d版を公開しました".formatted(done.number()),
            RuleWords.effort(done) + "数秒で、すべてのチャットがこの規則で答えます。");
      } else {
        RuleWords.tell(
            FacesMessage.SEVERITY_ERROR,
            "公開していません。%d件の失敗があります".formatted(done.result().failures().size()),
            RuleWords.effort(done) + "下の一覧の規則を直してから、もう一度公開してください。");
      }
    } catch (DomainException e) {
      RuleWords.tell(e);
    }
  }

  /** What the request before this one did. */
  public void tellDone() {
    String done =
        switch (HelpView.asked("done")) {
          case "removed" -> "規則を消しました。公開すると、チャットからなくなります";
          default -> "";
        };
    if (!done.isEmpty()) {
      RuleWords.tell(FacesMessage.SEVERITY_INFO, done, "");
    }
  }

  private String first() {
    return "/desk/rules?topic="
        + TextWords.encoded(HelpView.asked("topic"))
        + (isChanged() ? "&changed=1" : "")
        + (isOff() ? "&off=1" : "")
        + (isOffered() ? "&offered=1" : "")
        + (isWorst() ? "&order=given-up" : "")
        + "&q="
        + TextWords.encoded(getWord());
  }

  public String getDifference() {
    if (overview.same()) {
      return "公開中の規則と同じです。";
    }
    return "公開中との差: 新しい%d、変更%d、消した%d%s。"
            .formatted(
                overview.added(),
                overview.changed(),
                overview.removed().size(),
                overview.moved() ? "、順番の変更あり" : "")
        + (overview.removed().isEmpty() ? "" : "消した規則: " + String.join("、", overview.removed()));
  }

  public boolean isSame() {
    return overview.same();
  }

  public String getLive() {
    return overview
        .live()
        .map(RuleWords::version)
        .map(it -> "第%d版 %s".formatted(it.number(), it.by()))
        .orElse("まだありません");
  }

  public String getOlder() {
    return versions.isEmpty() || versions.getLast().number() <= 1
        ? ""
        : "/desk/rules?versions=" + versions.getLast().number() + "#versions";
  }

  public List<RuleWords.VersionRow> getVersions() {
    return versions;
  }

  public List<RuleWords.FailureRow> getFailures() {
    return run.map(RuleWords::failures).orElse(List.of());
  }

  public RuleWords.@Nullable TriedRow getTried() {
    return tried.orElse(null);
  }

  public List<Row> getRows() {
    return rows;
  }

  public int getFound() {
    return found;
  }

  public String getNext() {
    return next;
  }

  public boolean isContinued() {
    return !HelpView.asked("after").isEmpty();
  }

  public String getFirst() {
    return first();
  }

  public List<Choice> getTopics() {
    return RuleWords.topics();
  }

  public boolean isChanged() {
    return asked("changed", "1");
  }

  public boolean isOff() {
    return asked("off", "1");
  }

  public boolean isOffered() {
    return asked("offered", "1");
  }

  /** How many rules wait for an answer to what a release says. */
  public long getOffers() {
    return offers;
  }

  public boolean isWorst() {
    return asked("order", "given-up");
  }

  public String getWord() {
    return cut(HelpView.asked("q"));
  }

  public boolean asked(String parameter, String value) {
    return HelpView.asked(parameter).equals(value);
  }

  public String getSeen() {
    return seen;
  }

  public void setSeen(String seen) {
    this.seen = seen;
  }

  public String getNote() {
    return note;
  }

  public void setNote(@Nullable String note) {
    this.note = note == null ? "" : note;
  }

  public String getSentence() {
    return sentence;
  }

  public void setSentence(@Nullable String sentence) {
    this.sentence = sentence == null ? "" : sentence;
  }
}
