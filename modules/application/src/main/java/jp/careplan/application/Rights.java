package jp.careplan.application;

import java.io.Serializable;
import java.util.Set;
import jp.careplan.kernel.ServiceKind;

/**
 * What whoever is signed in may do for the office.
 *
 * @param kinds サービス種類 of the office's side that may be seen and sent; empty: all
 */
public record Rights(StaffRole role, Set<ServiceKind> kinds) implements Serializable {
  /** Of the office's own KJ ID. */
  public static final Rights OF_OFFICE = new Rights(StaffRole.ADMINISTRATOR, Set.of());

  public Rights {
    kinds = Set.copyOf(kinds);
  }

  public boolean administers() {
    return role == StaffRole.ADMINISTRATOR;
  }

  /** Whether only some kinds may be seen. */
  public boolean isLimited() {
    return !kinds.isEmpty();
  }

  /**
   * Whether this side of a transmission may be seen.
   *
   * @param kind code; empty where the unit names none, which only those see who see all
   */
  public boolean includes(String kind) {
    return !isLimited() || kinds.stream().anyMatch(it -> it.value().equals(kind));
  }
}
