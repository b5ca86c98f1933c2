package jp.careplan.application.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.careplan.application.Caller;
import jp.careplan.application.Passkeys;
import jp.careplan.application.Terminals;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PageMessages;
import jp.careplan.kernel.DomainException;

/** One's own パスキー. */
@Named
@RequestScoped
public class PasskeysView {
  @Inject private Passkeys passkeys;
  @Inject private Terminals terminals;
  @Inject private Caller caller;
  @Inject private JapaneseTime time;

  private List<PasskeyRow> rows = List.of();
  private String newName = "";

  @PostConstruct
  void load() {
    rows =
        passkeys.of(caller.session()).stream()
            .map(it -> new PasskeyRow(it, terminals.nameOf(it.terminalId()), time))
            .toList();
  }

  public String rename() {
    return done(() -> passkeys.rename(caller.session(), chosen(), newName), "パスキーの名前を変えました", "");
  }

  public String remove() {
    return done(
        () -> passkeys.remove(caller.session(), chosen()),
        "パスキーを取り消しました",
        "このパスキーでは、もう入れません。電話やパソコンの中の鍵も消してください。");
  }

  private static String chosen() {
    return Browser.parameter("chosen");
  }

  private static String done(Runnable deed, String what, String next) {
    if (chosen().isEmpty()) {
      PageMessages.warn("パスキーが選ばれていません", "1つ選んでから、押してください。");
      return "";
    }
    try {
      deed.run();
    } catch (DomainException e) {
      PageMessages.refuse(e);
      return "";
    }
    PageMessages.done(what, next);
    return "/account/passkeys?faces-redirect=true";
  }

  /** Whether one was just registered. */
  public boolean isMade() {
    return !Browser.parameter("made").isEmpty();
  }

  public List<PasskeyRow> getRows() {
    return rows;
  }

  public boolean isAllowed() {
    return passkeys.areAllowed(caller.session());
  }

  /** Whether one can be registered in this session. */
  public boolean isByCertificate() {
    return caller.session().cameByCertificate();
  }

  public String getNewName() {
    return newName;
  }

  public void setNewName(String newName) {
    this.newName = newName;
  }
}
