package jp.careplan.application;

import static jp.careplan.application.AccountProblem.ID_REQUEST_INCOMPLETE;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;

/**
 * What an office without its ID asks, in its own words; nothing of it is proven. All that is wrong
 * with it is told at once.
 *
 * @param officeNumber 10 characters
 * @param contactName who asks
 * @param mail where the confirmation goes
 */
public record IdQuestion(
    String officeNumber,
    String officeName,
    String address,
    String contactName,
    String phone,
    String mail,
    Missing missing) {
  private static final Pattern PHONE = Pattern.compile("[0-9]{2,5}(-?[0-9]{1,5}){1,3}");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final int LONGEST_PHONE = 20;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_ADDRESS = 200;

  /** What the office does not have. */
  public enum Missing {
    /** IDがわからない. */
    ID_UNKNOWN,
    /** IDがまだない (bills on paper, or through a proxy). */
    NO_ID,
    /** 仮パスワードがない. */
    NO_PASSWORD
  }

  public IdQuestion {
    List<String> wrong = new ArrayList<>();
    if (!OfficeNumber.isValid(officeNumber)) {
      wrong.add("事業所番号は10桁です。");
    }
    text(wrong, "事業所の名前", officeName, LONGEST_NAME);
    text(wrong, "所在地", address, LONGEST_ADDRESS);
    text(wrong, "担当の方のお名前", contactName, LONGEST_NAME);
    if (phone.length() > LONGEST_PHONE || !PHONE.matcher(phone).matches()) {
      wrong.add("電話番号は数字とハイフンで入れてください。");
    }
    if (!MailAddress.isValid(mail)) {
      wrong.add("メールアドレスは、名前@会社.jp の形で入れてください。");
    }
    if (!wrong.isEmpty()) {
      throw new DomainException(ID_REQUEST_INCOMPLETE, String.join(" ", wrong));
    }
  }

  private static void text(List<String> wrong, String what, String value, int longest) {
    if (value.isBlank() || value.length() > longest || CONTROL.matcher(value).find()) {
      wrong.add(what + "は1文字以上、" + longest + "文字以下で入れてください。");
    }
  }

  /** Where it is settled. */
  public String prefecture() {
    return new OfficeNumber(officeNumber).prefecture();
  }

  @Override
  public String toString() {
    return "IdQuestion[masked]";
  }
}
