package jp.careplan.launcher.profile;

import java.util.regex.Pattern;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;

/**
 * ユーザID: {@code KJ}, prefecture (2 digits), office number (10); of staff (職員) a hyphen and a number
 * behind it.
 */
public record UserId(String value) {
  private static final int ACCOUNT = 14;
  private static final Pattern SHAPE =
      Pattern.compile("KJ[0-9]{2}[0-9]{2}[0-9A-Z][0-9]{7}(-[0-9]{2,3})?");

  public UserId {
    if (value.startsWith("HD")) {
      throw new Trouble(LauncherProblem.PROXY_USER_ID, "入れたID: " + value);
    }
    if (!SHAPE.matcher(value).matches()) {
      throw new Trouble(LauncherProblem.BAD_USER_ID, "入れたID: " + value);
    }
  }

  public String office() {
    return value.substring(4, ACCOUNT);
  }

  /** The office's own ID, under which certificates are asked for. */
  public String account() {
    return value.substring(0, ACCOUNT);
  }
}
