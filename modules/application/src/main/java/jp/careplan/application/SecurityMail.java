package jp.careplan.application;

import jp.careplan.kernel.UserId;

/** セキュリティメール: the address to which an account's notices and ways back in are sent. */
public interface SecurityMail {
  /** Empty text where there is none. */
  String of(UserId user);

  /**
   * Changes it for whoever is signed in, after asking for the password again; the old and the new
   * address are told.
   *
   * @param mail empty text takes it away
   */
  void change(OfficeSession session, String password, String mail);
}
