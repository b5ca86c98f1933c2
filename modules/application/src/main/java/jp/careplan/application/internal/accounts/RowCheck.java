package jp.careplan.application.internal.accounts;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import jp.careplan.kernel.KjUserId;
import jp.careplan.kernel.OfficeNumber;

/** Looks at the lines of one file, one after the other; remembers the IDs it has seen. */
public final class RowCheck {
  private static final Pattern USER_ID = Pattern.compile("KJ[0-9]{2}[0-9]{2}[0-9A-Z][0-9]{7}");
  private static final Pattern KANA =
      Pattern.compile("[\\p{IsKatakana}ー・゛゜ 0-9A-Za-z()&.,'/\\-]{0,200}");
  private static final Pattern KINDS = Pattern.compile("[ 　]*([0-9A-Z]{2}([ 　]+|$)){1,60}");
  private static final Pattern PASSWORD = Pattern.compile("[!-~]{8,64}");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_ADDRESS = 300;

  private final Predicate<String> isMail;
  private final Set<String> users = new HashSet<>();
  private final Set<String> offices = new HashSet<>();
  private boolean clean = true;

  /**
   * @param isMail whether a text is a mail address
   */
  public RowCheck(Predicate<String> isMail) {
    this.isMail = isMail;
  }

  /** IDs of all lines so far. */
  public Set<String> users() {
    return users;
  }

  /** The row, if nothing is wrong with it; what is wrong goes to {@code findings}. */
  Optional<AccountRow> row(
      long line, List<String> values, BiConsumer<AccountColumn, ImportRule> findings) {
    clean = true;
    BiConsumer<AccountColumn, ImportRule> noted =
        (column, rule) -> {
          clean = false;
          findings.accept(column, rule);
        };
    for (AccountColumn column : AccountColumn.values()) {
      characters(column, values, noted);
    }
    if (clean) {
      identity(values, noted);
      contents(values, noted);
    }
    return clean ? Optional.of(row(line, values)) : Optional.empty();
  }

  private static void characters(
      AccountColumn column, List<String> values, BiConsumer<AccountColumn, ImportRule> findings) {
    String value = value(values, column);
    if (value.indexOf('\uFFFD') >= 0) {
      findings.accept(column, ImportRule.ENCODING);
    } else if (CONTROL.matcher(value).find()) {
      findings.accept(column, ImportRule.CONTROL);
    }
  }

  private void identity(List<String> values, BiConsumer<AccountColumn, ImportRule> findings) {
    String user = value(values, AccountColumn.USER_ID);
    String office = value(values, AccountColumn.OFFICE_NUMBER);
    boolean isUser = USER_ID.matcher(user).matches();
    boolean isOffice = OfficeNumber.isValid(office);
    if (user.toUpperCase(Locale.ROOT).startsWith("HD")) {
      findings.accept(AccountColumn.USER_ID, ImportRule.PROXY_USER_ID);
    } else if (!isUser) {
      findings.accept(AccountColumn.USER_ID, ImportRule.USER_ID);
    } else if (!users.add(user)) {
      findings.accept(AccountColumn.USER_ID, ImportRule.SAME_USER_ID);
    }
    if (!isOffice) {
      findings.accept(AccountColumn.OFFICE_NUMBER, ImportRule.OFFICE_NUMBER);
    } else if (isUser && !user.endsWith(office)) {
      findings.accept(AccountColumn.OFFICE_NUMBER, ImportRule.OTHER_OFFICE);
    } else if (!offices.add(office) && clean) {
      findings.accept(AccountColumn.OFFICE_NUMBER, ImportRule.SAME_OFFICE);
    }
  }

  private void contents(List<String> values, BiConsumer<AccountColumn, ImportRule> findings) {
    String name = value(values, AccountColumn.NAME);
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      findings.accept(AccountColumn.NAME, ImportRule.NAME);
    }
    if (!KANA.matcher(kana(values)).matches()) {
      findings.accept(AccountColumn.KANA_NAME, ImportRule.KANA_NAME);
    }
    if (value(values, AccountColumn.ADDRESS).length() > LONGEST_ADDRESS) {
      findings.accept(AccountColumn.ADDRESS, ImportRule.ADDRESS);
    }
    if (!KINDS.matcher(value(values, AccountColumn.KINDS)).matches()) {
      findings.accept(AccountColumn.KINDS, ImportRule.KINDS);
    }
    password(value(values, AccountColumn.PASSWORD), findings);
    String mail = value(values, AccountColumn.MAIL);
    if (!mail.isEmpty() && !isMail.test(mail)) {
      findings.accept(AccountColumn.MAIL, ImportRule.MAIL);
    }
  }

  private static void password(String password, BiConsumer<AccountColumn, ImportRule> findings) {
    if (ArgonHash.looksLike(password)) {
      if (ArgonHash.parse(password).isEmpty()) {
        findings.accept(AccountColumn.PASSWORD, ImportRule.HASH);
      }
    } else if (!password.isEmpty() && !PASSWORD.matcher(password).matches()) {
      findings.accept(AccountColumn.PASSWORD, ImportRule.PASSWORD);
    }
  }

  private static AccountRow row(long line, List<String> values) {
    return new AccountRow(
        line,
        new KjUserId(value(values, AccountColumn.USER_ID)),
        value(values, AccountColumn.NAME),
        kana(values),
        value(values, AccountColumn.ADDRESS),
        AccountRow.kinds(value(values, AccountColumn.KINDS)),
        value(values, AccountColumn.PASSWORD),
        value(values, AccountColumn.MAIL));
  }

  /** Half-width katakana is meant as full-width. */
  private static String kana(List<String> values) {
    return Normalizer.normalize(value(values, AccountColumn.KANA_NAME), Normalizer.Form.NFKC);
  }

  private static String value(List<String> values, AccountColumn column) {
    return values.get(column.number() - 1).strip();
  }
}
