package jp.careplan.exchange.internal.standard;

import java.util.Optional;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ServiceKind;
import jp.careplan.kernel.ServiceMonth;

/**
 * What the names of a unit's files say: from whom, to whom, which number, which month.
 *
 * @param senderKind empty in edition V3, whose names have none
 * @param receiverKind as {@code senderKind}
 * @param sequence ファイル連番, 14 digits
 * @param month 対象年月; empty where the unit has none
 */
public record UnitAddress(
    OfficeNumber sender,
    Optional<ServiceKind> senderKind,
    OfficeNumber receiver,
    Optional<ServiceKind> receiverKind,
    String sequence,
    Optional<ServiceMonth> month) {

  static UnitAddress of(FileName name) {
    return new UnitAddress(
        new OfficeNumber(name.sender()),
        kind(name.senderKind()),
        new OfficeNumber(name.receiver()),
        kind(name.receiverKind()),
        name.sequence(),
        name.hasMonth() ? Optional.of(ServiceMonth.parse(name.month())) : Optional.empty());
  }

  private static Optional<ServiceKind> kind(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(new ServiceKind(text));
  }
}
