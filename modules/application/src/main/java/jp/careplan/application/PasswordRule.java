package jp.careplan.application;

import static jp.careplan.application.ApplicationProblem.PASSWORD_RULE;
import static jp.careplan.application.DeskProblem.DESK_PASSWORD_RULE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.stream.Stream;
import jp.careplan.application.internal.CommonPasswords;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.UserId;

/**
 * What a password must be: 13 to 64 characters, or 8 where a certificate stands beside it; not one
 * that everybody guesses first, not the ID, the office's number or its name, not the present one.
 */
@ApplicationScoped
class PasswordRule {
  private static final int SHORTEST_ALONE = 13;
  private static final int SHORTEST = 8;
  private static final int LONGEST = 64;
  private static final int LONGEST_AT_DESK = 200;
  private static final int SHORTEST_NAME = 3;

  @PersistenceContext private EntityManager em;
  @Inject private CommonPasswords common;

  /** Of an operator: always alone, because the whole country lies behind it. */
  void check(OperatorId operator, String wanted) {
    if (wanted.length() < SHORTEST_ALONE
        || wanted.length() > LONGEST_AT_DESK
        || common.contains(wanted)
        || contains(wanted, operator.value())) {
      throw new DomainException(DESK_PASSWORD_RULE, "");
    }
  }

  /** What can be told before anyone is recognised: nothing of it depends on the account. */
  void check(UserId user, String present, String wanted) {
    if (wanted.length() < SHORTEST || wanted.length() > LONGEST) {
      throw new DomainException(PASSWORD_RULE, "長さは8文字以上、64文字以下です。");
    }
    if (wanted.equals(present)) {
      throw new DomainException(PASSWORD_RULE, "今のパスワードと同じものは使えません。");
    }
    if (common.contains(wanted) || contains(wanted, user.office().value())) {
      throw new DomainException(PASSWORD_RULE, "推測されやすい言葉や事業所番号は使えません。");
    }
  }

  /** What depends on the account; for whoever is its holder. */
  @Transactional
  void checkHolder(UserId user, String wanted) {
    Optional<Office> office = Optional.ofNullable(em.find(Office.class, user.office().value()));
    boolean named =
        office.stream()
            .map(Office::profile)
            .flatMap(profile -> Stream.of(profile.name(), profile.kanaName()))
            .anyMatch(name -> name.length() >= SHORTEST_NAME && contains(wanted, name));
    if (named) {
      throw new DomainException(PASSWORD_RULE, "事業所の名前は使えません。");
    }
    if (wanted.length() < SHORTEST_ALONE && !hasCertificate(user)) {
      throw new DomainException(PASSWORD_RULE, "電子証明書を登録するまでは、長さは13文字以上です。");
    }
  }

  private boolean hasCertificate(UserId user) {
    return !em.createQuery(
            "select c.thumbprint from TerminalCertificate c"
                + " where c.office = :office and c.revokedAt is null",
            String.class)
        .setParameter("office", user.office().value())
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  private static boolean contains(String wanted, String word) {
    return CommonPasswords.folded(wanted).contains(CommonPasswords.folded(word));
  }
}
