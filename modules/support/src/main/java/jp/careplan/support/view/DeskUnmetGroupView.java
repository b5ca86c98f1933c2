package jp.careplan.support.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.careplan.kernel.DomainException;
import jp.careplan.support.FaqCategory;
import jp.careplan.support.Searching;
import jp.careplan.support.SupportProblem;
import jp.careplan.support.UnmetDesk;
import jp.careplan.support.UnmetDesk.Ending;
import jp.careplan.support.UnmetDesk.Opened;
import jp.careplan.support.UnmetDesk.Question;
import jp.careplan.support.UnmetState;
import jp.careplan.support.internal.search.SearchResult;
import jp.careplan.support.internal.search.SearchResult.Piece;
import jp.careplan.support.view.DeskTextsView.Choice;
import org.jspecify.annotations.Nullable;

/** Questions that are alike, and how they end. */
@Named("deskUnmetGroup")
@RequestScoped
public class DeskUnmetGroupView {
  private static final int MOST = 100;
  private static final int NEAREST = 5;
  private static final String ALL = "ALL";

  @Inject private UnmetDesk desk;
  @Inject private Searching searching;

  private @Nullable Opened opened;

  /** A question as the page shows it. */
  public record Row(
      String id,
      String words,
      String kind,
      long counted,
      String last,
      String style,
      String state,
      String answer,
      String address) {}

  @PostConstruct
  void load() {
    opened = desk.open(getId(), DeskUnmetView.place(HelpView.asked("after")), MOST);
  }

  private Opened opened() {
    if (opened == null) {
      load();
    }
    return Objects.requireNonNull(opened);
  }

  public String getId() {
    return HelpView.asked("id");
  }

  public DeskUnmetView.Row getGroup() {
    return DeskUnmetView.row(opened().group());
  }

  public List<Row> getRows() {
    return opened().questions().stream().map(DeskUnmetGroupView::row).toList();
  }

  private static Row row(Question question) {
    boolean open = question.state() == UnmetState.OPEN;
    String answer = question.answer().isEmpty() ? question.reason() : question.answer();
    String[] key = question.answer().split("/", 2);
    return new Row(
        question.id(),
        question.words().isEmpty() ? "（ことばなし）" : question.words(),
        question.kind().label(),
        question.counted(),
        TextWords.moment(question.last()),
        open ? "waiting" : "good",
        open ? "● まだ" : "✓ " + question.state().label() + "（" + question.by() + "）",
        answer,
        key.length == 2 ? "/desk/text?kind=" + key[0] + "&name=" + TextWords.encoded(key[1]) : "");
  }

  public boolean isOpen() {
    return opened().group().open() > 0;
  }

  public boolean isAnyEnded() {
    return opened().questions().stream().anyMatch(it -> it.state() != UnmetState.OPEN);
  }

  public boolean isMany() {
    return opened().questions().size() > 1;
  }

  public String getNext() {
    return opened()
        .next()
        .map(it -> "/desk/unmet-group?id=" + getId() + "&after=" + DeskUnmetView.text(it))
        .orElse("");
  }

  /** What readers find for these words now. */
  public List<Choice> getNearest() {
    String words = opened().group().words();
    return words.isEmpty()
        ? List.of()
        : searching.search(words, Optional.empty(), NEAREST).stream()
            .map(SearchResult::hits)
            .flatMap(List::stream)
            .filter(it -> DeskTextsView.kindOf(it.kind()).isPresent()) // not a file of a text
            .map(it ->
                new Choice(
                    it.id(),
                    it.id() + " " + String.join("", it.title().stream().map(Piece::text).toList())))
            .toList();
  }

  public List<Choice> getCategories() {
    return List.of(FaqCategory.values()).stream()
        .map(it -> new Choice(it.name(), it.name() + " " + it.label()))
        .toList();
  }

  /** What was typed before something was refused. */
  public String typed(String field) {
    return HelpView.asked(field);
  }

  /** Which one is marked: as it was chosen; at first the whole group. */
  public boolean chosen(String id) {
    String asked = HelpView.asked("question");
    return asked.isEmpty() ? id.equals(ALL) : asked.equals(id);
  }

  private static Optional<String> question() {
    String asked = HelpView.asked("question");
    return asked.isEmpty() || asked.equals(ALL) ? Optional.empty() : Optional.of(asked);
  }

  private static String answer() {
    String typed = HelpView.asked("answer");
    return typed.isEmpty() ? HelpView.asked("nearest") : typed;
  }

  public void draft() {
    attempt(() -> {
      var category =
          FaqCategory.of(HelpView.asked("category"))
              .orElseThrow(
                  () -> new DomainException(SupportProblem.UNMET_UNFIT, "下書きの分類を選んでください。"));
      TextWords.lead(desk.endWithDraft(getId(), question(), category), "saved");
    });
  }

  public void answered() {
    end(UnmetState.FAQ, answer(), back("ended"));
  }

  public void synonym() {
    end(UnmetState.SYNONYM, answer(), "/desk/synonym?unmet=" + getId());
  }

  public void rule() {
    String first =
        question()
            .orElseGet(
                () -> opened().questions().stream().findFirst().map(Question::id).orElse(""));
    end(UnmetState.RULE, answer(), "/desk/rule?unmet=" + first);
  }

  public void ignore() {
    end(UnmetState.IGNORED, "", back("ended"));
  }

  private void end(UnmetState how, String answer, String then) {
    attempt(() -> {
      desk.end(getId(), question(), new Ending(how, answer, HelpView.asked("reason")));
      Visit.lead(then);
    });
  }

  public void reopen() {
    attempt(() -> {
      desk.reopen(getId(), question());
      Visit.lead(back("reopened"));
    });
  }

  private String back(String done) {
    return "/desk/unmet-group?id=" + getId() + "&done=" + done;
  }

  private static void attempt(Runnable deed) {
    try {
      deed.run();
    } catch (DomainException e) {
      tell(FacesMessage.SEVERITY_ERROR, e.code().title(), Refusal.reason(e));
    }
  }

  private static void tell(FacesMessage.Severity severity, String what, String next) {
    FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, what, next));
  }

  /** What the request before this one did. */
  public void tellDone() {
    switch (HelpView.asked("done")) {
      case "ended" -> tell(FacesMessage.SEVERITY_INFO, "終えました", "間違えたときは「まだに戻す」で戻せます。");
      case "reopened" -> tell(FacesMessage.SEVERITY_INFO, "まだに戻しました", "この質問のテスト文は消えました。");
      default -> {}
    }
  }
}
