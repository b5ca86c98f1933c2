package jp.careplan.support.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.careplan.kernel.DomainException;
import jp.careplan.support.SearchTesting;
import jp.careplan.support.SearchTesting.Place;
import jp.careplan.support.SearchTesting.Sentence;
import jp.careplan.support.SupportProblem;

/** テスト文: what was asked once and must be found from now on. */
@Named("deskSentences")
@RequestScoped
public class DeskSentencesView {
  private static final int MOST = 50;
  private static final Pattern PLACE =
      Pattern.compile("([0-9]{1,12})\\.([0-9]{1,9})-([0-9a-f]{64})");

  @Inject private SearchTesting testing;

  private List<Row> rows = List.of();
  private List<Row> broken = List.of();
  private String next = "";

  /** A sentence as the page shows it. */
  public record Row(
      String id,
      String sentence,
      String expected,
      String address,
      String style,
      String verdict,
      String made,
      String group) {}

  @PostConstruct
  void load() {
    var page = testing.list(place(HelpView.asked("after")), MOST);
    rows = page.items().stream().map(DeskSentencesView::row).toList();
    broken = testing.broken().stream().map(DeskSentencesView::row).toList();
    next = page.next().map(it -> "/desk/sentences?after=" + text(it)).orElse("");
  }

  private static Row row(Sentence sentence) {
    String[] key = sentence.expected().split("/", 2);
    return new Row(
        sentence.id(),
        sentence.sentence(),
        key.length == 2 ? sentence.expected() : "チャットの規則",
        key.length == 2 ? "/desk/text?kind=" + key[0] + "&name=" + TextWords.encoded(key[1]) : "",
        switch (sentence.verdict()) {
          case FOUND, BY_RULE -> "good";
          case BROKEN -> "bad";
          case NOT_SHOWN, UNKNOWN -> "waiting";
        },
        switch (sentence.verdict()) {
          case FOUND -> "✓ 3位までに出ます";
          case BROKEN -> "✕ 3位までに出ません";
          case NOT_SHOWN -> "● 文章が公開されていません";
          case BY_RULE -> "– 検索では試しません";
          case UNKNOWN -> "● まだ試していません";
        },
        TextWords.moment(sentence.madeAt()) + " " + sentence.madeBy(),
        "/desk/unmet-group?id=" + sentence.group());
  }

  private static Optional<Place> place(String asked) {
    var found = PLACE.matcher(asked);
    return found.matches()
        ? Optional.of(
            new Place(
                Instant.ofEpochSecond(
                    Long.parseLong(found.group(1)), Long.parseLong(found.group(2))),
                found.group(3)))
        : Optional.empty();
  }

  private static String text(Place place) {
    Instant at = place.madeAt();
    return at.getEpochSecond() + "." + at.getNano() + "-" + place.id();
  }

  public void remove() {
    try {
      if (HelpView.asked("sure").isEmpty() || HelpView.asked("sentence").isEmpty()) {
        throw new DomainException(
            SupportProblem.UNMET_UNFIT, "まだ何も消していません。消すテスト文を選び、確かめた印を付けてください。");
      }
      testing.remove(HelpView.asked("sentence"));
      Visit.lead("/desk/sentences?done=removed");
    } catch (DomainException e) {
      tell(FacesMessage.SEVERITY_ERROR, e.code().title(), Refusal.reason(e));
    }
  }

  /** What the request before this one did. */
  public void tellDone() {
    if (HelpView.asked("done").equals("removed")) {
      tell(FacesMessage.SEVERITY_INFO, "テスト文を消しました", "");
    }
  }

  private static void tell(FacesMessage.Severity severity, String what, String next) {
    FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, what, next));
  }

  public List<Row> getRows() {
    return rows;
  }

  public List<Row> getBroken() {
    return broken;
  }

  public String getNext() {
    return next;
  }

  public boolean isContinued() {
    return place(HelpView.asked("after")).isPresent();
  }
}
