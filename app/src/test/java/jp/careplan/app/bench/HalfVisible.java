package jp.careplan.app.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Looks in the tables for what was stored in part: each query counts what must not be. */
final class HalfVisible {
  private static final Map<String, String> QUERIES = new LinkedHashMap<>();

  static {
    QUERIES.put(
        "transmissions without content",
        "FROM exchange_transmission t LEFT JOIN exchange_content c ON c.transmission_id = t.id"
            + " WHERE c.transmission_id IS NULL");
    QUERIES.put(
        "transmissions without receipt",
        "FROM exchange_transmission t LEFT JOIN exchange_receipt r ON r.transmission_id = t.id"
            + " WHERE r.transmission_id IS NULL");
    QUERIES.put(
        "transmissions without all their files",
        "FROM exchange_transmission t WHERE file_count <>"
            + " (SELECT COUNT(*) FROM exchange_file f WHERE f.transmission_id = t.id)");
    QUERIES.put(
        "transmissions that the recipient was not told once under their number",
        "FROM exchange_transmission t WHERE 1 <> (SELECT COUNT(*) FROM exchange_event e"
            + " WHERE e.transmission_id = t.id AND e.office = t.recipient"
            + " AND e.event_number = t.inbox_number AND e.reached = 'SENT')");
    QUERIES.put(
        "transmissions without exactly one audit entry",
        "FROM exchange_transmission t LEFT JOIN (SELECT subject, COUNT(*) AS times"
            + " FROM kernel_audit_entry WHERE action = 'transmission-sent' GROUP BY subject) a"
            + " ON a.subject = t.id WHERE COALESCE(a.times, 0) <> 1");
    for (String part : new String[] {"content", "receipt", "file", "event", "finding"}) {
      QUERIES.put(
          "rows of exchange_" + part + " without transmission",
          "FROM exchange_"
              + part
              + " p LEFT JOIN exchange_transmission t"
              + " ON t.id = p.transmission_id WHERE t.id IS NULL");
    }
    QUERIES.put(
        "audit entries of a send without transmission",
        "FROM kernel_audit_entry a LEFT JOIN exchange_transmission t ON t.id = a.subject"
            + " WHERE a.action = 'transmission-sent' AND t.id IS NULL");
    QUERIES.put(
        "contents sent twice by one office",
        "FROM (SELECT 1 FROM exchange_transmission GROUP BY sender, content_hash"
            + " HAVING COUNT(*) > 1) twice");
    QUERIES.put(
        "receipt numbers given twice",
        "FROM (SELECT 1 FROM exchange_transmission GROUP BY receipt_number"
            + " HAVING COUNT(*) > 1) twice");
    QUERIES.put(
        "inboxes with a gap, or whose counter is not their last number",
        "FROM exchange_mailbox m JOIN (SELECT recipient, COUNT(*) AS held, MIN(inbox_number) AS"
            + " first, MAX(inbox_number) AS last FROM exchange_transmission GROUP BY recipient) i"
            + " ON i.recipient = m.office"
            + " WHERE i.first <> 1 OR i.last <> i.held OR i.last <> m.last_number");
  }

  private HalfVisible() {}

  /** To be called before anything is received: receiving tells the sender under a number, too. */
  static void look(Connection database, Ledger ledger) throws SQLException {
    for (Map.Entry<String, String> query : QUERIES.entrySet()) {
      long found = count(database, query.getValue());
      if (found > 0) {
        ledger.fault(found + " " + query.getKey());
      }
    }
    long stored = count(database, "FROM exchange_transmission");
    if (stored != ledger.count()) {
      ledger.fault(stored + " transmissions stored, " + ledger.count() + " receipts in hand");
    }
  }

  private static long count(Connection database, String from) throws SQLException {
    try (var statement = database.createStatement();
        ResultSet rows = statement.executeQuery("SELECT COUNT(*) " + from)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
