package jp.careplan.exchange;

import java.util.List;

/**
 * What a person reads: the text of a message and what its attachments are called. Personal data
 * like the plans themselves.
 */
public record Letter(String text, List<Attachment> attachments) {
  /**
   * @param file its name in the manifest
   * @param name what the sender called it
   */
  public record Attachment(String file, String name) {
    @Override
    public String toString() {
      return "Attachment[" + file + "]";
    }
  }

  public Letter {
    attachments = List.copyOf(attachments);
  }

  @Override
  public String toString() {
    return "Letter[masked]";
  }
}
