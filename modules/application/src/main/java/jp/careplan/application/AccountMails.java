package jp.careplan.application;

import static jp.careplan.application.ApplicationSettings.ID_REQUEST_RECEIVED;
import static jp.careplan.application.ApplicationSettings.ID_REQUEST_SETTLED;
import static jp.careplan.application.ApplicationSettings.OFFICE_LINKED;
import static jp.careplan.application.ApplicationSettings.PASSKEY_REGISTERED;
import static jp.careplan.application.ApplicationSettings.PASSWORD_CHANGED;
import static jp.careplan.application.ApplicationSettings.PASSWORD_RESET;
import static jp.careplan.application.ApplicationSettings.SECURITY_MAIL_CHANGED;
import static jp.careplan.application.ApplicationSettings.STAFF_INVITED;
import static jp.careplan.application.ApplicationSettings.TERMINAL_STOPPED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.UserId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The mails around an account. */
@ApplicationScoped
class AccountMails {
  @Inject private HouseMails mails;

  @Inject
  @ConfigProperty(name = "careplan.public-url", defaultValue = "http://localhost:8080")
  private String publicUrl;

  void passwordChanged(Account account) {
    mails.send(
        account.securityMail(),
        PASSWORD_CHANGED,
        Map.of("user", account.user().value(), "url", publicUrl + "/account/reset"));
  }

  void resetCode(Account account, String code, Duration life) {
    mails.send(
        account.securityMail(),
        PASSWORD_RESET,
        Map.of(
            "user",
            account.user().value(),
            "minutes",
            String.valueOf(life.toMinutes()),
            "url",
            publicUrl + "/account/new-password?code=" + code));
  }

  void securityMailChanged(UserId user, String to) {
    mails.send(
        to,
        SECURITY_MAIL_CHANGED,
        Map.of("user", user.value(), "url", publicUrl + "/account/password"));
  }

  void terminalStopped(Account account, String terminal) {
    mails.send(
        account.securityMail(),
        TERMINAL_STOPPED,
        Map.of(
            "user",
            account.user().value(),
            "terminal",
            terminal,
            "url",
            publicUrl + "/account/recovery-codes"));
  }

  void staffInvited(String to, UserId user, String code) {
    mails.send(
        to,
        STAFF_INVITED,
        Map.of("user", user.value(), "url", publicUrl + "/account/join?code=" + code));
  }

  void passkeyRegistered(Account account) {
    mails.send(
        account.securityMail(),
        PASSKEY_REGISTERED,
        Map.of("user", account.user().value(), "url", publicUrl + "/account/passkeys"));
  }

  void officeLinked(Account account, OfficeNumber viewer) {
    mails.send(
        account.securityMail(),
        OFFICE_LINKED,
        Map.of(
            "user",
            account.user().value(),
            "viewer",
            viewer.value(),
            "url",
            publicUrl + "/account/group"));
  }

  void idRequestReceived(String to, String number, String code) {
    mails.send(
        to,
        ID_REQUEST_RECEIVED,
        Map.of("number", number, "code", code, "url", publicUrl + "/account/id-request-state"));
  }

  void idRequestSettled(String to, String number) {
    mails.send(
        to,
        ID_REQUEST_SETTLED,
        Map.of("number", number, "url", publicUrl + "/account/id-request-state"));
  }
}
