/**
 * 連携基盤: plans go across.
 *
 * <p>Doors: {@link jp.careplan.exchange.Sending} (check, send, withdraw), {@link
 * jp.careplan.exchange.Receiving} (receive, download, import report), {@link
 * jp.careplan.exchange.Reading} (what was sent as the forms people know), {@link
 * jp.careplan.exchange.Mailboxes} (lists, detail, events), {@link jp.careplan.exchange.Partners}
 * and {@link jp.careplan.exchange.Inviting} (whom an office exchanges with), {@link
 * jp.careplan.exchange.Freezing} (what came to the wrong office), {@link
 * jp.careplan.exchange.Traffic} (counts for operators). Events: {@link
 * jp.careplan.exchange.MailboxChanged}.
 */
@NullMarked
package jp.careplan.exchange;

import org.jspecify.annotations.NullMarked;
