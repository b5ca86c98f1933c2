package jp.careplan.application;

import java.util.Set;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ServiceKind;

/**
 * 事業所 as partners see it.
 *
 * @param kinds サービス種類 the office is designated for
 * @param status what may be sent to and by it: nothing while it is suspended or closed (休止・廃止)
 */
public record OfficeEntry(
    OfficeNumber number,
    String name,
    Set<ServiceKind> kinds,
    OfficeStatus status,
    Participation participation) {

  public boolean active() {
    return status == OfficeStatus.ACTIVE;
  }
}
