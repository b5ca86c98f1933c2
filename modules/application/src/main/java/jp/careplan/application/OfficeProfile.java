package jp.careplan.application;

import java.util.Set;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ServiceKind;

/**
 * 事業所 as it knows itself.
 *
 * @param kanaName full-width katakana; empty text when it is not known
 * @param address empty text when it is not known
 * @param mail where the office wants notices; empty text: none
 */
public record OfficeProfile(
    OfficeNumber number,
    String name,
    String kanaName,
    String address,
    String mail,
    Set<ServiceKind> kinds) {}
