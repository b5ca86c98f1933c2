package jp.careplan.application;

import static jp.careplan.application.AccountProblem.BAD_MAIL;

import java.util.regex.Pattern;
import jp.careplan.kernel.DomainException;

/** A mail address as people may give it: ASCII, one at sign, 254 characters at most. */
public record MailAddress(String value) {
  private static final Pattern SHAPE =
      Pattern.compile("[A-Za-z0-9._%+/=-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
  private static final int LONGEST = 254;

  public MailAddress {
    if (!isValid(value)) {
      throw new DomainException(BAD_MAIL, "");
    }
  }

  public static boolean isValid(String text) {
    return text.length() <= LONGEST && SHAPE.matcher(text).matches();
  }

  @Override
  public String toString() {
    return "MailAddress[masked]";
  }
}
