package jp.careplan.exchange;

import jp.careplan.kernel.OfficeNumber;

/**
 * One side of a transmission.
 *
 * @param name as the directory has it today; the number where it has none
 * @param serviceKind サービス種類 of the file names; empty in the older edition
 */
public record Party(OfficeNumber number, String name, String serviceKind) {}
