package jp.careplan.application;

import java.util.List;
import jp.careplan.kernel.UserId;

/** 回復コード: ten one-time codes on paper, for the day on which nothing else is at hand. */
public interface RecoveryCodes {
  /** Makes a new set, told this once, after asking for the password; the old set is void. */
  List<String> renew(OfficeSession session, String password);

  /** How many of the last set are not used yet. */
  int left(UserId user);

  /**
   * Uses a code up, as proof of an act that asks for one.
   *
   * @param proof the user ID as typed, with the recovery code in place of the password
   */
  void use(SigningIn.Credentials proof);
}
