package jp.careplan.launcher.errand;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import jp.careplan.launcher.text.Json;

/** A received message as people read it: the text, and which file is which attachment. */
final class MessageText {
  private MessageText() {}

  static byte[] of(byte[] letter) throws IOException {
    JsonNode read = Json.tree(letter);
    var text = new StringBuilder("\uFEFF"); // what editors of Windows ask for
    text.append(read.path("text").asText().replaceAll("\\R", "\r\n")).append("\r\n");
    for (JsonNode attachment : read.path("attachments")) {
      text.append("\r\n添付: ")
          .append(attachment.path("name").asText())
          .append("（")
          .append(attachment.path("file").asText())
          .append("）");
    }
    return text.append(read.path("attachments").isEmpty() ? "" : "\r\n").toString().getBytes(UTF_8);
  }
}
