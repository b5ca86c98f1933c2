package jp.careplan.support.view;

import static jp.careplan.support.SupportProblem.TEXT_CHANGED;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.careplan.kernel.DomainException;
import jp.careplan.support.Editing;
import jp.careplan.support.Editing.Opened;
import jp.careplan.support.HelpText;
import jp.careplan.support.SupportProblem;
import jp.careplan.support.TextContent;
import jp.careplan.support.TextKind;
import jp.careplan.support.TextState;

/** One text at the editors' desk: written, looked at, and brought on its way. */
@Named("deskText")
@RequestScoped
public class DeskTextView {
  @Inject private Editing editing;
  @Inject private TextFields fields;
  @Inject private HelpView help;
  @Inject private Clock clock;

  private TextKind kind = TextKind.FAQ;
  private Optional<Opened> opened = Optional.empty();
  private String seen = "0";
  private String reason = "";
  private String preview = "";
  private List<TextWords.DiffRow> clash = List.of();

  /** A version in the list. */
  public record VersionRow(int number, String address, String saved, boolean live) {}

  @PostConstruct
  void load() {
    kind = DeskTextsView.kindOf(HelpView.asked("kind")).orElse(TextKind.FAQ);
    if (isNew() && !kind.isFixed()) {
      editing.preview(
          new Editing.Key(kind, ""), TextContent.empty()); // refuses whoever is no editor
      fields.setPublished(LocalDate.now(clock).toString());
    } else {
      open();
      fields.show(opened.orElseThrow().content());
    }
  }

  private void open() {
    opened = Optional.of(editing.open(key()));
    seen = String.valueOf(opened.orElseThrow().newest().number());
  }

  private Editing.Key key() {
    return new Editing.Key(kind, HelpView.asked("name"));
  }

  private int seen() {
    return seen.matches("[0-9]{1,9}") ? Integer.parseInt(seen) : 0;
  }

  /** Shows it as readers would see it, and keeps nothing. */
  public void look() {
    attempt(() -> {
      HelpText text = editing.preview(key(), fields.typed(kind));
      preview =
          kind == TextKind.TERM
              ? help.plain(text)
              : HelpView.ofEditors(help.html(text), text.files());
    });
  }

  public void save() {
    attempt(() -> TextWords.lead(saved().key(), "saved"));
  }

  /** What was typed, as the version that it became. */
  private record Typed(Editing.Key key, int number) {}

  private Typed saved() {
    TextContent typed = fields.typed(kind);
    return isNew()
        ? new Typed(editing.begin(kind, typed), 1)
        : new Typed(key(), editing.save(key(), seen(), typed));
  }

  /** Keeps what was typed, and asks for the review of it. */
  public void askReview() {
    attempt(() -> {
      Typed typed = saved();
      editing.askReview(typed.key(), typed.number());
      TextWords.lead(typed.key(), "asked");
    });
  }

  public void sendBack() {
    attempt(() -> {
      editing.sendBack(key(), seen());
      TextWords.lead(key(), "back");
    });
  }

  public void publish() {
    attempt(() -> {
      requireSure();
      requireNothingTyped();
      editing.publish(key(), seen());
      TextWords.lead(key(), "published");
    });
  }

  public void archive() {
    attempt(() -> {
      requireSure();
      requireNothingTyped();
      editing.archive(key(), seen(), reason);
      TextWords.lead(key(), "archived");
    });
  }

  private static void requireSure() {
    if (HelpView.asked("sure").isEmpty()) {
      throw new DomainException(
          SupportProblem.TEXT_UNFIT, "まだ何もしていません。「内容を確かめました」に印を付けてから押してください。");
    }
  }

  private void requireNothingTyped() {
    if (!editing.open(key()).content().equals(fields.typed(kind))) {
      throw new DomainException(SupportProblem.TEXT_UNFIT, "まだ保存していない直しがあります。先に保存して、確認を頼んでください。");
    }
  }

  /** What was typed stays on the page, whatever is refused. */
  private void attempt(Runnable deed) {
    try {
      deed.run();
    } catch (DomainException e) {
      tell(FacesMessage.SEVERITY_ERROR, e.code().title(), Refusal.reason(e));
      if (e.code() == TEXT_CHANGED) {
        showClash();
      }
    }
  }

  /** From what the other one saved to what was typed here; the next save stands above it. */
  private void showClash() {
    open();
    clash = TextWords.diff(opened.orElseThrow().content(), fields.typed(kind));
  }

  private static void tell(Severity severity, String what, String next) {
    FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, what, next));
  }

  /** What the request before this one did. */
  public void tellDone() {
    String done =
        switch (HelpView.asked("done")) {
          case "saved" -> "保存しました。読む人には、まだ見えません";
          case "asked" -> "確認を頼みました";
          case "back" -> "下書きに戻しました";
          case "published" -> "公開しました。検索には数秒で出ます";
          case "archived" -> "公開を終えました";
          case "taken" -> "新しい版の文を、下書きとして取り入れました。まだ公開していません";
          case "kept" -> "いまの文を残しました";
          case "restored" -> "前の版を、新しい版として戻しました。まだ公開していません";
          default -> "";
        };
    if (!done.isEmpty()) {
      tell(FacesMessage.SEVERITY_INFO, done, "");
    }
  }

  public boolean isNew() {
    return HelpView.asked("name").isEmpty();
  }

  public String getTitle() {
    return opened.map(it -> it.content().title()).orElse("新しい" + kind.label());
  }

  public String getName() {
    return HelpView.asked("name");
  }

  public TextKind getKind() {
    return kind;
  }

  /** Whether it stays whatever an editor does. */
  public boolean isFixed() {
    return kind.isFixed();
  }

  public boolean isKind(String name) {
    return kind.name().equals(name);
  }

  public String getState() {
    return opened.map(it -> TextWords.state(it.state())).orElse("");
  }

  public String getStyle() {
    return opened.map(it -> TextWords.style(it.state())).orElse("");
  }

  public boolean isState(String name) {
    return opened.map(Opened::state).filter(it -> it == TextState.valueOf(name)).isPresent();
  }

  public boolean isLive() {
    return opened.filter(it -> it.live() > 0).isPresent();
  }

  public String getAddress() {
    return HelpText.addressOf(kind, getName());
  }

  public String getNewest() {
    return opened
        .map(it ->
            "第%d版 %s %s"
                .formatted(
                    it.newest().number(),
                    TextWords.moment(it.newest().at()),
                    TextWords.by(it.newest().by())))
        .orElse("");
  }

  public List<VersionRow> getVersions() {
    int live = opened.map(Opened::live).orElse(0);
    return isNew()
        ? List.of()
        : editing.versions(key()).stream()
            .map(it ->
                new VersionRow(
                    it.number(),
                    TextWords.address("text-version", key()) + "&number=" + it.number(),
                    TextWords.moment(it.at()) + " " + TextWords.by(it.by()),
                    it.number() == live))
            .toList();
  }

  public String getPreview() {
    return preview;
  }

  public List<TextWords.DiffRow> getClash() {
    return clash;
  }

  /** The page of what hangs on it. */
  public String getFiles() {
    return TextWords.address("text-files", key());
  }

  public int getFileCount() {
    return opened.map(it -> it.content().files().size()).orElse(0);
  }

  public TextFields getFields() {
    return fields;
  }

  public String getSeen() {
    return seen;
  }

  public void setSeen(String seen) {
    this.seen = seen;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
