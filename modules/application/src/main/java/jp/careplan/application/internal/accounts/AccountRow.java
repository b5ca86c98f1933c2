package jp.careplan.application.internal.accounts;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.careplan.kernel.KjUserId;
import jp.careplan.kernel.ServiceKind;

/**
 * A line in which nothing is wrong.
 *
 * @param kanaName full-width katakana
 * @param password as it stands in the file: a temporary one, its Argon2id hash, or nothing
 */
public record AccountRow(
    long line,
    KjUserId user,
    String name,
    String kanaName,
    String address,
    Set<ServiceKind> kinds,
    String password,
    String mail) {

  static Set<ServiceKind> kinds(String text) {
    return Stream.of(text.split("[ 　]+"))
        .filter(kind -> !kind.isEmpty())
        .map(ServiceKind::new)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The hash of the password as {@code Passwords} keeps it, if the file gives a hash. */
  public boolean isHashed() {
    return ArgonHash.looksLike(password);
  }

  /** Only of one that is hashed. */
  public String hash() {
    return ArgonHash.parse(password).orElseThrow().kept();
  }

  @Override
  public String toString() {
    return "AccountRow[" + line + "]";
  }
}
