package jp.careplan.application;

import java.util.Set;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ServiceKind;

/**
 * 事業所 as partners see it.
 *
 * @param kinds サービス種類 the office is designated for
 * @param active false when the office is suspended or closed (休止・廃止): nothing is sent to it or by
 *     it
 */
public record OfficeEntry(
    OfficeNumber number, String name, Set<ServiceKind> kinds, boolean active) {}
