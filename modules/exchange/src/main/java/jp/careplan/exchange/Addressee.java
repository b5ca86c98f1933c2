package jp.careplan.exchange;

import jp.careplan.kernel.OfficeNumber;

/**
 * Where a message without a unit goes; a unit's files carry that in their names.
 *
 * @param recipientKind サービス種類 of the recipient that it is for; empty: the office as a whole
 * @param senderKind サービス種類 it is written for; empty: the office as a whole
 */
public record Addressee(OfficeNumber recipient, String recipientKind, String senderKind) {}
