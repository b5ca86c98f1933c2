package jp.careplan.exchange.internal.transfer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.careplan.exchange.OfferedFile;

/**
 * A multipart request, read once.
 *
 * @param attachments of a message; apart from what forms a unit
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are carried, not compared
public record Upload(
    Map<String, byte[]> fields, List<OfferedFile> files, List<OfferedFile> attachments) {
  public Upload {
    fields = new HashMap<>(fields);
  }

  public Optional<byte[]> bytes(String field) {
    return Optional.ofNullable(fields.get(field));
  }

  public Optional<String> text(String field) {
    return bytes(field).map(bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
  }
}
