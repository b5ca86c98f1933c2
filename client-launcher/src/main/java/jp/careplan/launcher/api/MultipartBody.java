package jp.careplan.launcher.api;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;

/**
 * {@code multipart/form-data} of known length. Files are read while they are sent, each time anew,
 * so that a retry needs no copy.
 */
final class MultipartBody {
  private final String boundary = "careplan-" + UUID.randomUUID();
  private final List<BodyPublisher> pieces = new ArrayList<>();

  MultipartBody text(String name, String value) {
    return bytes(name, "text/plain; charset=UTF-8", value.getBytes(StandardCharsets.UTF_8));
  }

  MultipartBody bytes(String name, String type, byte[] value) {
    head("name=\"" + name + "\"", type);
    pieces.add(BodyPublishers.ofByteArray(value));
    return end();
  }

  MultipartBody file(String name, Path file) {
    return file(name, String.valueOf(file.getFileName()), file);
  }

  MultipartBody file(String name, String fileName, Path file) {
    head(
        "name=\"" + name + "\"; filename=\"" + quoted(fileName) + "\"", "application/octet-stream");
    try {
      pieces.add(BodyPublishers.ofFile(file));
    } catch (FileNotFoundException e) {
      throw new Trouble(LauncherProblem.FILE_UNREADABLE, "ファイル: " + file, e);
    }
    return end();
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  BodyPublisher publisher() {
    var all = new ArrayList<>(pieces);
    all.add(piece("--" + boundary + "--\r\n"));
    return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
  }

  private void head(String disposition, String type) {
    pieces.add(
        piece(
            "--"
                + boundary
                + "\r\nContent-Disposition: form-data; "
                + disposition
                + "\r\nContent-Type: "
                + type
                + "\r\n\r\n"));
  }

  private MultipartBody end() {
    pieces.add(piece("\r\n"));
    return this;
  }

  private static BodyPublisher piece(String text) {
    return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
  }

  /** As browsers do (WHATWG): quotation marks and line ends would break the header. */
  private static String quoted(String name) {
    return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }
}
