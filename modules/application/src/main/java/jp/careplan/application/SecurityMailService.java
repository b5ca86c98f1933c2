package jp.careplan.application;

import static jp.careplan.application.StaffProblem.NOT_OFFICE_ID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.UserId;

@ApplicationScoped
class SecurityMailService implements SecurityMail {
  @Inject private AccountStore accounts;
  @Inject private PasswordChecking checking;

  @Override
  public String of(UserId user) {
    return accounts.find(user).map(Account::securityMail).orElse("");
  }

  @Override
  public void change(OfficeSession session, String password, String mail) {
    if (session.user().isStaff()) {
      throw new DomainException(NOT_OFFICE_ID, "職員のアドレスは、管理者が「職員」の画面で変えます。");
    }
    String wanted = mail.isEmpty() ? "" : new MailAddress(mail).value();
    checking.check(session, password);
    accounts.changeSecurityMail(session.user(), wanted, session.user());
  }
}
