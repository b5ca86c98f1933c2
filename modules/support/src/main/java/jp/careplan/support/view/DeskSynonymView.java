package jp.careplan.support.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import jp.careplan.kernel.DomainException;
import jp.careplan.support.SynonymDesk;
import jp.careplan.support.SynonymDesk.Change;
import jp.careplan.support.SynonymDesk.Effect;
import jp.careplan.support.SynonymDesk.Listed;
import jp.careplan.support.UnmetDesk;
import jp.careplan.support.internal.content.LineDiff;
import jp.careplan.support.internal.search.SynonymGroup;

/** One group of synonyms, or an earlier list that is to hold again: its effect, and saving it. */
@Named("deskSynonym")
@RequestScoped
public class DeskSynonymView {
  @Inject private SynonymDesk desk;
  @Inject private UnmetDesk unmet;

  private String before = "";
  private String words = "";
  private Optional<Effect> effect = Optional.empty();

  /** A sentence whose text moved. */
  public record Row(
      String style, String what, String sentence, String wanted, String before, String after) {}

  @PostConstruct
  void load() {
    Listed newest = desk.newest();
    before = Visit.typed("before");
    if (!HelpView.asked("list").isEmpty()) {
      int list = number("list");
      List<String> groups =
          list == newest.version().number() ? newest.groups() : desk.version(list).groups();
      int at = number("at");
      before = at < groups.size() ? groups.get(at) : "";
    }
    words = Visit.isPost() ? Visit.typed("words") : SynonymGroup.typed(before);
  }

  private static int number(String parameter) {
    String asked = HelpView.asked(parameter);
    return asked.matches("[0-9]{1,6}") ? Integer.parseInt(asked) : 0;
  }

  private Change change(boolean removed) {
    return isRestoring()
        ? new Change.Restore(getRestore())
        : new Change.Group(before, removed ? "" : SynonymGroup.line(words));
  }

  /** Shows what would become of the test sentences. */
  public void look() {
    attempt(() -> effect = Optional.of(desk.effect(change(false))));
  }

  /** The same, were the group not there. */
  public void lookWithout() {
    words = "";
    look(true);
  }

  private void look(boolean removed) {
    attempt(() -> effect = Optional.of(desk.effect(change(removed))));
  }

  public void save() {
    boolean removed = !before.isEmpty() && SynonymGroup.line(words).isEmpty();
    try {
      desk.save(change(removed), HelpView.asked("mark"), !HelpView.asked("sure").isEmpty());
      Visit.lead("/desk/synonyms?done=saved");
    } catch (DomainException e) {
      tell(e);
      look(removed);
    }
  }

  private static void attempt(Runnable deed) {
    try {
      deed.run();
    } catch (DomainException e) {
      tell(e);
    }
  }

  private static void tell(DomainException e) {
    FacesContext.getCurrentInstance()
        .addMessage(
            null,
            new FacesMessage(FacesMessage.SEVERITY_ERROR, e.code().title(), Refusal.reason(e)));
  }

  public boolean isNew() {
    return before.isEmpty() && !isRestoring();
  }

  public boolean isRestoring() {
    return getRestore() > 0;
  }

  public int getRestore() {
    return number("restore");
  }

  public String getTitle() {
    if (isRestoring()) {
      return "同義語の第" + getRestore() + "版に戻す";
    }
    return isNew() ? "新しい同義語" : "同義語を直す";
  }

  public String getBefore() {
    return before;
  }

  /** The group as it holds now, as people read it. */
  public String getShown() {
    return DeskSynonymsView.shown(before);
  }

  public String getWords() {
    return words;
  }

  /** The question that is to be found by them; empty where nobody comes from one. */
  public String getAsked() {
    String id = HelpView.asked("unmet");
    return id.isEmpty() ? "" : unmet.open(id, Optional.empty(), 1).group().words();
  }

  public String getUnmet() {
    return HelpView.asked("unmet");
  }

  public boolean isLookedAt() {
    return effect.isPresent();
  }

  public boolean isWorse() {
    return effect.filter(it -> it.worse() > 0).isPresent();
  }

  public boolean isRemoving() {
    return !isRestoring() && SynonymGroup.line(words).isEmpty();
  }

  public String getMark() {
    return effect.map(Effect::mark).orElse("");
  }

  public String getSum() {
    return effect
        .map(it ->
            "よくなる %d文、悪くなる %d文、変わらない %d文".formatted(it.better(), it.worse(), it.unchanged())
                + (it.left() > 0 ? "（時間がなく、%d文は試していません）".formatted(it.left()) : ""))
        .orElse("");
  }

  public List<Row> getMoved() {
    return effect.map(Effect::moved).orElse(List.of()).stream()
        .map(it ->
            new Row(
                it.worse() ? "bad" : "good",
                it.worse() ? "✕ 悪くなる" : "✓ よくなる",
                it.sentence(),
                it.wanted(),
                place(it.before()),
                place(it.after())))
        .toList();
  }

  private static String place(int place) {
    return place == 0 ? "10位より下" : place + "位";
  }

  /** From the list that holds to the one that is to hold again. */
  public List<TextWords.DiffRow> getDiff() {
    return isRestoring()
        ? LineDiff.of(lines(desk.newest()), lines(desk.version(getRestore()))).stream()
            .map(TextWords::row)
            .toList()
        : List.of();
  }

  private static String lines(Listed listed) {
    return String.join("\n", listed.groups().stream().map(DeskSynonymsView::shown).toList());
  }
}
