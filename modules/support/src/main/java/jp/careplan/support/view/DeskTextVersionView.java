package jp.careplan.support.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import jp.careplan.kernel.DomainException;
import jp.careplan.support.Editing;
import jp.careplan.support.Editing.Opened;
import jp.careplan.support.HelpText;
import jp.careplan.support.TextContent;
import jp.careplan.support.TextKind;
import jp.careplan.support.TextState;

/** An earlier version: what it changed, what came after it, and the way back to it. */
@Named("deskTextVersion")
@RequestScoped
public class DeskTextVersionView {
  @Inject private Editing editing;
  @Inject private HelpView help;

  private Editing.Key key = new Editing.Key(TextKind.FAQ, "");
  private int number;
  private TextContent content = TextContent.empty();
  private Opened newest =
      new Opened(key, TextState.DRAFT, new Editing.Saved(0, Instant.EPOCH, ""), 0, content);

  @PostConstruct
  void load() {
    key =
        new Editing.Key(
            DeskTextsView.kindOf(HelpView.asked("kind")).orElse(TextKind.FAQ),
            HelpView.asked("name"));
    String asked = HelpView.asked("number");
    number = asked.matches("[0-9]{1,9}") ? Integer.parseInt(asked) : 0;
    newest = editing.open(key);
    content = editing.version(key, number);
  }

  public void restore() {
    try {
      String seen = HelpView.asked("seen");
      editing.restore(key, seen.matches("[0-9]{1,9}") ? Integer.parseInt(seen) : 0, number);
      TextWords.lead(key, "restored");
    } catch (DomainException e) {
      FacesContext.getCurrentInstance()
          .addMessage(
              null,
              new FacesMessage(FacesMessage.SEVERITY_ERROR, e.code().title(), Refusal.reason(e)));
    }
  }

  public String getKind() {
    return key.kind().name();
  }

  public String getName() {
    return key.name();
  }

  public int getNumber() {
    return number;
  }

  public String getTitle() {
    return content.title();
  }

  public String getBack() {
    return TextWords.address("text", key);
  }

  public int getSeen() {
    return newest.newest().number();
  }

  public boolean isNewest() {
    return number == newest.newest().number();
  }

  /** From the version before to this one. */
  public List<TextWords.DiffRow> getChanged() {
    TextContent before = number > 1 ? editing.version(key, number - 1) : TextContent.empty();
    return TextWords.diff(before, content);
  }

  /** From this version to the newest. */
  public List<TextWords.DiffRow> getSince() {
    return TextWords.diff(content, newest.content());
  }

  public String getHtml() {
    HelpText text = editing.preview(key, content);
    return key.kind() == TextKind.TERM
        ? help.plain(text)
        : HelpView.ofEditors(help.html(text), text.files());
  }
}
