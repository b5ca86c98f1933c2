package jp.careplan.support.view;

import static jp.careplan.support.SupportProblem.TEXT_CHANGED;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.careplan.kernel.DomainException;
import jp.careplan.support.RuleEditing;
import jp.careplan.support.RuleEditing.Opened;
import jp.careplan.support.SupportProblem;
import jp.careplan.support.internal.chat.RuleFinding;
import jp.careplan.support.internal.chat.RuleText;
import jp.careplan.support.internal.content.Markdown;
import jp.careplan.support.view.DeskTextsView.Choice;
import org.jspecify.annotations.Nullable;

/** One rule of the chat: written, looked at, tried. */
@Named("deskRule")
@RequestScoped
public class DeskRuleView {
  @Inject private RuleEditing editing;
  @Inject private RuleFields fields;

  private Optional<Opened> opened = Optional.empty();
  private String seen = "0";
  private String sentence = "";
  private boolean looked;
  private List<RuleFinding> findings = List.of();
  private List<TextWords.DiffRow> clash = List.of();
  private Optional<RuleWords.TriedRow> tried = Optional.empty();

  @PostConstruct
  void load() {
    String name = HelpView.asked("name");
    opened = name.isEmpty() ? Optional.empty() : editing.find(name);
    if (!name.isEmpty() && opened.isEmpty() && !Visit.isPost()) {
      throw new DomainException(SupportProblem.NO_SUCH_RULE, "");
    }
    opened.ifPresentOrElse(this::show, this::begin);
  }

  private void show(Opened it) {
    fields.show(it.rule());
    fields.setBefore(it.before());
    seen = String.valueOf(it.saved().number());
  }

  /** A new one: empty, a copy, or for what was asked and not answered. */
  private void begin() {
    fields.setName(HelpView.asked("name"));
    String copied = HelpView.asked("copy");
    if (!copied.isEmpty()) {
      editing.find(copied).map(Opened::rule).ifPresent(it -> fields.show(it.named("")));
      fields.setBefore(copied);
    }
    String unmet = HelpView.asked("unmet");
    fields.setMust(editing.unmetWords(unmet)); // refuses whoever is no editor
  }

  private String known() {
    return opened.map(it -> it.rule().name()).orElse("");
  }

  private RuleText typed() {
    return fields.typed(known(), opened.filter(it -> it.rule().off()).isPresent());
  }

  public void look() {
    looked = true;
    findings = editing.check(known(), typed());
  }

  public void tryOut() {
    attempt(() -> {
      if (!sentence.isBlank()) {
        tried =
            Optional.of(
                RuleWords.tried(
                    editing.tryOut(sentence, Optional.of(typed()), fields.getBefore())));
      }
    });
  }

  public void save() {
    attempt(() -> {
      RuleText rule = typed();
      findings = editing.check(known(), rule);
      if (!findings.isEmpty()) {
        throw new DomainException(SupportProblem.RULE_UNFIT, "");
      }
      editing.save(isNew() ? 0 : RuleWords.number(seen), rule, fields.getBefore());
      Visit.lead(RuleWords.address(rule.name()) + "&done=saved");
    });
  }

  /** What answers now comes back into the fields; it is not saved yet. */
  public void takePublished() {
    opened
        .flatMap(Opened::published)
        .ifPresent(it -> {
          fields.show(it);
          RuleWords.tell(FacesMessage.SEVERITY_INFO, "公開中の内容を入れました。まだ保存していません", "");
        });
  }

  public void turn() {
    attempt(() -> {
      boolean off = !isOff();
      editing.turn(known(), RuleWords.number(seen), off);
      Visit.lead(RuleWords.address(known()) + (off ? "&done=off" : "&done=on"));
    });
  }

  public void remove() {
    attempt(() -> {
      if (HelpView.asked("sure").isEmpty()) {
        throw new DomainException(
            SupportProblem.RULE_UNFIT, "まだ何もしていません。「規則「" + known() + "」を消します」に印を付けてから押してください。");
      }
      editing.remove(known(), RuleWords.number(seen));
      Visit.lead("/desk/rules?done=removed");
    });
  }

  /** What was typed stays on the page, whatever is refused. */
  private void attempt(Runnable deed) {
    try {
      deed.run();
    } catch (DomainException e) {
      RuleWords.tell(e);
      if (e.code() == TEXT_CHANGED) {
        showClash();
      }
    }
  }

  /** From what the other one saved to what was typed here; the next save stands above it. */
  private void showClash() {
    String mine = typed().format();
    opened = editing.find(known());
    opened.ifPresent(it -> {
      clash = RuleWords.diff(it.rule().format(), mine);
      seen = String.valueOf(it.saved().number());
    });
  }

  /** What the request before this one did; or that somebody else took the rule away. */
  public void tellDone() {
    String done =
        switch (HelpView.asked("done")) {
          case "saved" -> "保存しました。公開するまで、チャットの答えは変わりません";
          case "off" -> "止めました。公開すると、チャットで使わなくなります";
          case "taken" -> "新しい版の規則を取り入れました。公開するまで、チャットの答えは変わりません";
          case "kept" -> "いまの規則を残しました";
          case "on" -> "また使うようにしました。公開すると、チャットで使います";
          default -> "";
        };
    if (!done.isEmpty() && !Visit.isPost()) {
      RuleWords.tell(FacesMessage.SEVERITY_INFO, done, "");
    }
    if (Visit.isPost()
        && isNew()
        && !HelpView.asked("name").isEmpty()
        && HelpView.asked("seen").matches("[1-9][0-9]*")) {
      RuleWords.tell(
          FacesMessage.SEVERITY_WARN,
          "ほかの人が、先にこの規則を消しました",
          "書いたものは、この画面に残っています。「保存する」を押すと、新しい規則として入ります。");
    }
  }

  public boolean isNew() {
    return opened.isEmpty();
  }

  public boolean isOff() {
    return opened.filter(it -> it.rule().off()).isPresent();
  }

  public String getTitle() {
    return opened
        .map(it -> it.rule().label())
        .filter(it -> !it.isEmpty())
        .orElse(isNew() ? "新しい規則" : known());
  }

  public String getName() {
    return HelpView.asked("name");
  }

  public String getCopy() {
    return "/desk/rule?copy=" + TextWords.encoded(known());
  }

  public String getNewest() {
    return opened
        .map(it -> TextWords.moment(it.saved().at()) + " " + RuleWords.by(it.saved().by()))
        .orElse("");
  }

  public boolean isPublished() {
    return opened.flatMap(Opened::published).isPresent();
  }

  /** From the rule that answers now to this one. */
  public List<TextWords.DiffRow> getChanged() {
    return opened
        .flatMap(
            it -> it.published().map(live -> RuleWords.diff(live.format(), it.rule().format())))
        .orElse(List.of());
  }

  public List<Choice> getTopics() {
    return RuleWords.topics();
  }

  public List<Choice> getPlaces() {
    return editing.names().entrySet().stream()
        .filter(it -> !it.getKey().equals(known()))
        .map(it -> new Choice(it.getKey(), "「" + it.getValue() + "」（" + it.getKey() + "）の前"))
        .toList();
  }

  /** What is wrong in a field. */
  public String wrong(String field) {
    return findings.stream()
        .filter(it -> it.field().equals(field))
        .map(RuleFinding::words)
        .collect(Collectors.joining(" "));
  }

  public List<RuleFinding> getFindings() {
    return findings;
  }

  /** Where a finding leads. */
  public String label(String field) {
    return switch (field) {
      case "name" -> "鍵";
      case "label" -> "見出し";
      case "topic" -> "分類";
      case "patterns" -> "型";
      case "without" -> "除くことば";
      case "answer" -> "答え";
      case "source" -> "答えになる文章";
      case "choices" -> "ボタン";
      case "must" -> "答えるべき文";
      default -> "答えてはいけない文";
    };
  }

  public boolean isLooked() {
    return looked;
  }

  public String getPreview() {
    return Markdown.html(editing.filled(typed().answer()));
  }

  public List<String> getPreviewButtons() {
    return typed().choices().stream()
        .map(it -> it.contains(" > ") ? it.substring(0, it.lastIndexOf(" > ")).strip() : it)
        .toList();
  }

  public List<TextWords.DiffRow> getClash() {
    return clash;
  }

  public RuleWords.@Nullable TriedRow getTried() {
    return tried.orElse(null);
  }

  public RuleFields getFields() {
    return fields;
  }

  public String getSeen() {
    return seen;
  }

  public void setSeen(String seen) {
    this.seen = seen;
  }

  public String getSentence() {
    return sentence;
  }

  public void setSentence(@Nullable String sentence) {
    this.sentence = sentence == null ? "" : sentence;
  }
}
