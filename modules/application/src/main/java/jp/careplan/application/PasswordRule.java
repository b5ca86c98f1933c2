package jp.careplan.application;

import static jp.careplan.application.ApplicationProblem.PASSWORD_RULE;
import static jp.careplan.application.DeskProblem.DESK_PASSWORD_RULE;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Set;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KjUserId;

/**
 * What a password must be: 8 to 64 characters where a certificate stands beside it, not one that
 * everybody guesses first, not the ID, not the present one.
 */
@ApplicationScoped
class PasswordRule {
  private static final int SHORTEST = 8;
  private static final int LONGEST = 64;
  private static final int SHORTEST_AT_DESK = 13;
  private static final int LONGEST_AT_DESK = 200;
  private static final Set<String> GUESSED_FIRST =
      Set.of(
          "password",
          "password1",
          "12345678",
          "123456789",
          "1234567890",
          "qwertyui",
          "qwerty123",
          "11111111",
          "00000000",
          "abcd1234",
          "abc12345",
          "asdfghjk",
          "careplan",
          "kaigo123");

  /** Of an operator: longer, because the whole country lies behind it. */
  void check(OperatorId operator, String wanted) {
    String small = wanted.toLowerCase(Locale.ROOT);
    boolean guessed = GUESSED_FIRST.stream().anyMatch(it -> small.replace(it, "").length() < 5);
    if (wanted.length() < SHORTEST_AT_DESK
        || wanted.length() > LONGEST_AT_DESK
        || guessed
        || small.contains(operator.value())) {
      throw new DomainException(DESK_PASSWORD_RULE, "");
    }
  }

  void check(KjUserId user, String present, String wanted) {
    if (wanted.length() < SHORTEST || wanted.length() > LONGEST) {
      throw new DomainException(PASSWORD_RULE, "長さは8文字以上、64文字以下です。");
    }
    if (wanted.equals(present)) {
      throw new DomainException(PASSWORD_RULE, "今のパスワードと同じものは使えません。");
    }
    if (GUESSED_FIRST.contains(wanted.toLowerCase(Locale.ROOT))
        || wanted.contains(user.office().value())) {
      throw new DomainException(PASSWORD_RULE, "推測されやすい言葉や事業所番号は使えません。");
    }
  }
}
