package jp.careplan.app.bench;

import jp.careplan.exchange.TransmissionId;

/**
 * A unit whose sender has its receipt in hand.
 *
 * @param unit its number in the template
 * @param receiptNumber 受付番号
 * @param receipt Base64 of the CMS
 */
record Delivery(TransmissionId id, Route route, long unit, String receiptNumber, String receipt) {}
