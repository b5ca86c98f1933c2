package jp.careplan.kernel.internal.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * An entry of the trail as it is sealed.
 *
 * @param stamp empty in entries from before there were stamps
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are carried, not compared
public record TrailEntry(
    String id,
    Instant at,
    String actor,
    String office,
    String action,
    String subject,
    String reason,
    byte[] stamp) {

  /** The columns in the order that {@link #read} expects. */
  static final String COLUMNS =
      "e.id, e.occurred_at, e.actor, e.office, e.action, e.subject, e.reason, e.stamp";

  /**
   * Reads one from {@link #COLUMNS}, which begin at a place of the row.
   *
   * @param first place of the ID, from 1
   */
  static TrailEntry read(ResultSet row, int first) throws SQLException {
    byte[] stamp = row.getBytes(first + 7);
    return new TrailEntry(
        row.getString(first),
        row.getObject(first + 1, LocalDateTime.class).toInstant(ZoneOffset.UTC),
        row.getString(first + 2),
        row.getString(first + 3),
        row.getString(first + 4),
        row.getString(first + 5),
        row.getString(first + 6),
        stamp == null ? new byte[0] : stamp);
  }

  /**
   * What stamp and hash are made of: each value after its length, so that none runs into another.
   */
  public byte[] bytes() {
    List<byte[]> texts =
        List.of(utf8(id), utf8(actor), utf8(office), utf8(action), utf8(subject), utf8(reason));
    int size = Long.BYTES + texts.stream().mapToInt(text -> Integer.BYTES + text.length).sum();
    ByteBuffer out = ByteBuffer.allocate(size).putLong(micros());
    texts.forEach(text -> out.putInt(text.length).put(text));
    return out.array();
  }

  /** Covers the stamp too. */
  byte[] hash() {
    MessageDigest digest = sha256();
    digest.update(bytes());
    return digest.digest(stamp);
  }

  private long micros() {
    return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }
}
