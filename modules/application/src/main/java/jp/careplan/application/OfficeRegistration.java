package jp.careplan.application;

import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.Set;
import jp.careplan.kernel.KjUserId;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ServiceKind;

/** Enters offices, their accounts and terminals. Repeating a call changes nothing. */
public interface OfficeRegistration {
  void registerOffice(OfficeNumber number, String name, Set<ServiceKind> kinds);

  /**
   * Opens the office's KJ account.
   *
   * @param temporary whether the password must be changed before the first sign-in
   */
  void openAccount(KjUserId user, String password, boolean temporary);

  /**
   * Enters an application that was made elsewhere, with the consent to the terms of today. Nothing
   * happens while the office takes part.
   */
  void enterApplication(OfficeProfile office, KjUserId applicant, LocalDate day);

  /** Gives the office its first 証明書発行用パスワード. */
  void giveIssuePassword(OfficeNumber office, String password);

  /** Registers a terminal (端末) by the certificate it holds. */
  void registerTerminal(OfficeNumber office, String name, X509Certificate certificate);
}
