package jp.careplan.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.careplan.kernel.KjUserId;

@ApplicationScoped
class SecurityMailService implements SecurityMail {
  @Inject private AccountStore accounts;
  @Inject private PasswordChecking checking;

  @Override
  public String of(KjUserId user) {
    return accounts.find(user).map(Account::securityMail).orElse("");
  }

  @Override
  public void change(OfficeSession session, String password, String mail) {
    String wanted = mail.isEmpty() ? "" : new MailAddress(mail).value();
    checking.check(session, password);
    accounts.changeSecurityMail(session.user(), wanted);
  }
}
