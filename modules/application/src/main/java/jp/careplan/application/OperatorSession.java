package jp.careplan.application;

import static jp.careplan.application.DeskProblem.DESK_PREFECTURE;
import static jp.careplan.application.DeskProblem.DESK_ROLE;
import static jp.careplan.application.DeskProblem.REASON_MISSING;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;

/**
 * An operator (運用管理者) who is signed in. Every door of the desk asks it first what it may.
 *
 * @param id hash of its token; safe to log
 * @param prefectures two digits each; empty: the whole country
 * @param idleUntil when it ends if nothing is done
 * @param endsAt when it ends in any case
 */
public record OperatorSession(
    String id,
    OperatorId operator,
    Set<OperatorRole> roles,
    Set<String> prefectures,
    Instant begunAt,
    Instant idleUntil,
    Instant endsAt) {
  private static final int LONGEST_REASON = 500;

  public boolean isAny(OperatorRole... wanted) {
    return Stream.of(wanted).anyMatch(roles::contains);
  }

  /** Refuses whoever has none of these roles. */
  public void require(OperatorRole... wanted) {
    if (!isAny(wanted)) {
      throw new DomainException(DESK_ROLE, "");
    }
  }

  /** Refuses whoever is limited to some prefectures: for what concerns the whole country. */
  public void requireWholeCountry(OperatorRole... wanted) {
    require(wanted);
    if (!prefectures.isEmpty()) {
      throw new DomainException(DESK_PREFECTURE, "全国を担当する運用管理者だけができます。");
    }
  }

  /** Refuses whoever has none of these roles, or does not look after this office. */
  public void requireFor(OfficeNumber office, OperatorRole... wanted) {
    requireWithin(office.prefecture(), wanted);
  }

  /** Refuses whoever has none of these roles, or does not look after this prefecture. */
  public void requireWithin(String prefecture, OperatorRole... wanted) {
    require(wanted);
    if (!prefectures.isEmpty() && !prefectures.contains(prefecture)) {
      throw new DomainException(DESK_PREFECTURE, "");
    }
  }

  /** The reason of an action as it is kept; refuses none at all and one that is too long. */
  public static String reason(String typed) {
    String reason = typed.strip();
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      throw new DomainException(REASON_MISSING, "");
    }
    return reason;
  }
}
