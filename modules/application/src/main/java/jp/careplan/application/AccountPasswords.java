package jp.careplan.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import jp.careplan.application.internal.Passwords;
import jp.careplan.kernel.UserId;
import jp.careplan.kernel.Vault;

/**
 * How the password of an account is kept. One that an office chose is hashed. A temporary one
 * (仮パスワード) lies sealed until it is changed: hashing those of a whole country would take an hour, a
 * cheap hash could be guessed from a dump, and what is sealed opens with the master key alone.
 */
@ApplicationScoped
class AccountPasswords {
  @Inject private Passwords passwords;
  @Inject private Vault vault;

  /** Takes as long for a sealed one as for a hashed one. */
  boolean matches(Account account, String password) {
    if (!account.passwordHash().isEmpty()) {
      return passwords.matches(password, account.passwordHash());
    }
    passwords.waste(password);
    return isSealed(account, password);
  }

  /** Whether this very temporary password lies in the account. */
  boolean isSealed(Account account, String password) {
    return account
        .sealedPassword()
        .filter(sealed -> MessageDigest.isEqual(bytes(password), open(account, sealed)))
        .isPresent();
  }

  byte[] seal(UserId user, String password) {
    return vault.seal(place(user), bytes(password));
  }

  private byte[] open(Account account, byte[] sealed) {
    return vault.open(place(account.user()), sealed);
  }

  private static String place(UserId user) {
    return "application_account " + user;
  }

  private static byte[] bytes(String password) {
    return password.getBytes(StandardCharsets.UTF_8);
  }
}
