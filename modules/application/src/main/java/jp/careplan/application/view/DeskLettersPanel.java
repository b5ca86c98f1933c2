package jp.careplan.application.view;

import static jp.careplan.application.AccountProblem.UNKNOWN_ACCOUNT;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.Supplier;
import jp.careplan.application.IssuePasswords;
import jp.careplan.application.OfficeDesk.AccountState;
import jp.careplan.application.PasswordIssuing;
import jp.careplan.application.PasswordIssuing.Letter;
import jp.careplan.application.page.DeskForm;
import jp.careplan.application.page.DeskOffice;
import jp.careplan.application.page.PdfPaper;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KjUserId;

/** Letters with new passwords for an office; each is told once. */
@Named
@RequestScoped
public class DeskLettersPanel {
  @Inject private DeskOffice office;
  @Inject private PasswordIssuing issuing;
  @Inject private IssuePasswords issuePasswords;
  @Inject private LetterTray tray;
  @Inject private PdfPaper paper;

  private String user = "";
  private String reason = "";

  public String temporary() {
    return act("仮パスワードを発行しました", () -> issuing.issue(office.by(), chosen(), reason));
  }

  public String issue() {
    return act("証明書発行用パスワードを発行しました", () -> issuePasswords.reissue(office.by(), chosen(), reason));
  }

  private String act(String done, Supplier<Letter> deed) {
    return DeskForm.act(
        office.page(),
        done,
        () -> {
          paper.requireFont();
          Letter letter = deed.get();
          tray.put(office.by(), office.getNumber(), done, letter.text());
        });
  }

  /** Of this office alone, whatever the form says. */
  private KjUserId chosen() {
    return office.state().accounts().stream()
        .map(account -> account.user().account())
        .filter(it -> it.value().equals(user))
        .findFirst()
        .orElseThrow(() -> new DomainException(UNKNOWN_ACCOUNT, ""));
  }

  public List<AccountState> getAccounts() {
    return office.state().accounts();
  }

  /** Of the letter that waits to be fetched; empty text: none does. */
  public String getWaiting() {
    return tray.titleFor(office.by(), office.getNumber()).orElse("");
  }

  public String getUser() {
    return user;
  }

  public void setUser(String user) {
    this.user = user;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
