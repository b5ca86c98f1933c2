package jp.careplan.kernel;

import static jp.careplan.kernel.KernelProblem.BAD_USER_ID;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * ユーザID, with which a person signs in: an office's {@link KjUserId}, or that of one of its staff
 * (職員), which is the office's, a hyphen and a number: {@code KJ999970000011-01}.
 */
public record UserId(String value) implements Serializable {
  private static final int ACCOUNT = 14;
  private static final int MOST = 999;
  private static final Pattern NUMBER = Pattern.compile("-(0[1-9]|[1-9][0-9]{1,2})");

  public UserId {
    new KjUserId(value.substring(0, Math.min(value.length(), ACCOUNT)));
    if (value.length() > ACCOUNT && !NUMBER.matcher(value.substring(ACCOUNT)).matches()) {
      throw new DomainException(BAD_USER_ID, "職員のIDは、14文字のIDに -01 のような番号を付けたものです");
    }
  }

  /** The staff user of an office with this number, 1 to 999. */
  public static UserId ofStaff(KjUserId account, int number) {
    if (number < 1 || number > MOST) {
      throw new DomainException(BAD_USER_ID, "職員の番号は" + MOST + "までです");
    }
    return new UserId("%s-%02d".formatted(account, number));
  }

  public boolean isStaff() {
    return value.length() > ACCOUNT;
  }

  /** The office's account; a staff user's is that of the office. */
  public KjUserId account() {
    return new KjUserId(value.substring(0, ACCOUNT));
  }

  public OfficeNumber office() {
    return account().office();
  }

  @Override
  public String toString() {
    return value;
  }
}
