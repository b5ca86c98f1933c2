package jp.careplan.exchange;

import jp.careplan.kernel.Sha256;

/**
 * One file as the sender offers it.
 *
 * @param name file name without a folder
 * @param content the bytes, never changed
 * @param sha256 64 hexadecimal digits
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are carried, not compared
public record OfferedFile(String name, byte[] content, String sha256) {
  public OfferedFile(String name, byte[] content) {
    this(name, content, Sha256.hex(content));
  }

  @Override
  public String toString() {
    return "OfferedFile[" + content.length + " bytes]";
  }
}
