package jp.careplan.support.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.careplan.kernel.DomainException;
import jp.careplan.support.AttachedFile;
import jp.careplan.support.Attaching;
import jp.careplan.support.Editing;
import jp.careplan.support.Editing.Opened;
import jp.careplan.support.SupportProblem;
import jp.careplan.support.TextContent;
import jp.careplan.support.TextKind;
import jp.careplan.support.TextState;

/** 資料と写真: what hangs on a text; laid by {@link DeskTextFileServlet}. */
@Named("deskTextFiles")
@RequestScoped
public class DeskTextFilesView {
  private static final int KILOBYTE = 1024;

  @Inject private Editing editing;
  @Inject private Attaching attaching;

  private Editing.Key key = new Editing.Key(TextKind.FAQ, "");
  private Opened opened =
      new Opened(
          key, TextState.DRAFT, new Editing.Saved(0, Instant.EPOCH, ""), 0, TextContent.empty());
  private List<Row> rows = List.of();

  /** A file as the page shows it. */
  public record Row(
      String id,
      String title,
      String size,
      String look,
      boolean picture,
      String address,
      String markdown,
      String warning,
      boolean unread,
      String replace,
      String remove) {}

  @PostConstruct
  void load() {
    key =
        new Editing.Key(
            DeskTextsView.kindOf(HelpView.asked("kind")).orElse(TextKind.FAQ),
            HelpView.asked("name"));
    opened = editing.open(key);
    rows = attaching.list(key).stream().map(this::row).toList();
  }

  private Row row(Attaching.Laid laid) {
    AttachedFile file = laid.file();
    return new Row(
        file.id(),
        file.title(),
        file.size(),
        "/desk/text-file/" + file.id() + "/" + file.edition(),
        !file.isPdf(),
        file.address(),
        file.markdown(),
        laid.warning(),
        laid.unread(),
        TextWords.address("text-files", key) + "&replace=" + file.id() + "#lay-title",
        TextWords.address("text-files", key) + "&remove=" + file.id() + "#remove-title");
  }

  /** What the request before this one did, or was refused. */
  public void tellDone() {
    String done =
        switch (HelpView.asked("done")) {
          case "laid" -> "付けました。新しい版は下書きです。公開すると、読む人に見えます";
          case "removed" -> "外しました。前の版には残っています。公開すると、読む人にも見えなくなります";
          case "inserted" -> "本文の終わりに入れました。文章の画面で、場所を直せます";
          default -> "";
        };
    if (!done.isEmpty()) {
      tell(FacesMessage.SEVERITY_INFO, done, "");
    }
    Arrays.stream(SupportProblem.values())
        .filter(it -> it.code().equals(HelpView.asked("refused")))
        .map(it -> new DomainException(it, ""))
        .forEach(it -> tell(FacesMessage.SEVERITY_ERROR, it.code().title(), Refusal.reason(it)));
  }

  public void remove() {
    answer(() -> attaching.remove(key, seen(), HelpView.asked("file")), "removed");
  }

  public void insert() {
    answer(() -> attaching.insert(key, seen(), HelpView.asked("file")), "inserted");
  }

  private void answer(Runnable deed, String done) {
    try {
      deed.run();
      Visit.lead(TextWords.address("text-files", key) + "&done=" + done);
    } catch (DomainException e) {
      tell(FacesMessage.SEVERITY_ERROR, e.code().title(), Refusal.reason(e));
    }
  }

  private static int seen() {
    String typed = HelpView.asked("seen");
    return typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : 0;
  }

  private static void tell(Severity severity, String what, String next) {
    FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, what, next));
  }

  private Optional<Row> asked(String parameter) {
    return rows.stream().filter(it -> it.id().equals(HelpView.asked(parameter))).findFirst();
  }

  public List<Row> getRows() {
    return rows;
  }

  public boolean isRemoving() {
    return asked("remove").isPresent();
  }

  public String getRemoved() {
    return asked("remove").map(Row::title).orElse("");
  }

  public String getRemovedId() {
    return asked("remove").map(Row::id).orElse("");
  }

  public boolean isReplacing() {
    return asked("replace").isPresent();
  }

  public String getReplaced() {
    return asked("replace").map(Row::title).orElse("");
  }

  /** What was typed before a refusal, or what it is called now. */
  public String getTyped() {
    String typed = HelpView.asked("title");
    return typed.isEmpty() ? getReplaced() : typed;
  }

  /** Where the form of a file goes. */
  public String getTarget() {
    return TextWords.address("text-file/", key)
        + "&seen="
        + getSeen()
        + asked("replace").map(it -> "&id=" + it.id()).orElse("");
  }

  public int getSeen() {
    return opened.newest().number();
  }

  public String getKind() {
    return key.kind().name();
  }

  public String getName() {
    return key.name();
  }

  public String getTitle() {
    return opened.content().title();
  }

  public String getBack() {
    return TextWords.address("text", key);
  }

  public String getHere() {
    return TextWords.address("text-files", key);
  }

  public String getMost() {
    return "%,d KB".formatted(attaching.mostBytes() / KILOBYTE);
  }
}
