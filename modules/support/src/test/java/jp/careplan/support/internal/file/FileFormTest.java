package jp.careplan.support.internal.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.fileupload2.core.RequestContext;
import org.junit.jupiter.api.Test;

class FileFormTest {
  private static final int MOST = 2_000;

  private static Optional<FileForm> read(String body, boolean told) throws IOException {
    byte[] bytes = body.getBytes(ISO_8859_1);
    return FileForm.read(
        new RequestContext() {
          @Override
          public String getCharacterEncoding() {
            return "UTF-8";
          }

          @Override
          public long getContentLength() {
            return told ? bytes.length : -1;
          }

          @Override
          public String getContentType() {
            return "multipart/form-data; boundary=xyz";
          }

          @Override
          public InputStream getInputStream() {
            return new ByteArrayInputStream(bytes);
          }

          @Override
          public boolean isMultipartRelated() {
            return false;
          }
        },
        MOST);
  }

  private static String form(String title, String content) {
    return String.join(
        "\r\n",
        "--xyz",
        "Content-Disposition: form-data; name=\"title\"",
        "",
        new String(title.getBytes(UTF_8), ISO_8859_1),
        "--xyz",
        "Content-Disposition: form-data; name=\"picture\"; filename=\"../x\0.png\"",
        "Content-Type: image/png",
        "",
        content,
        "--xyz--",
        "");
  }

  @Test
  void theFileAndTheFieldsAreReadWhateverTheNameIs() throws IOException {
    String content = "\u0089PNG\r\n\r\nmore";

    FileForm form = read(form("送る画面", content), true).orElseThrow();

    assertArrayEquals(content.getBytes(ISO_8859_1), form.file());
    assertEquals("送る画面", form.field("title"));
    assertEquals("", form.field("other"));
  }

  @Test
  void whatIsTooLargeIsNotReadWhetherItTellsItsLengthOrNot() throws IOException {
    String body = form("題", "x".repeat(MOST));

    assertTrue(read(body, true).isEmpty());
    assertTrue(read(body, false).isEmpty());
  }

  @Test
  void whatIsCutOffOrNoMultipartHoldsNoFile() throws IOException {
    for (String body :
        new String[] {
          "",
          "--xyz",
          "--xyz\r\nContent-Disposition: form-data; name=\"p\"; filename=\"x\"\r\n\r\ncut",
          "--other\r\nfilename=\r\n\r\nx\r\n--other--",
        }) {
      assertEquals(0, read(body, true).orElseThrow().file().length, body);
    }
  }
}
