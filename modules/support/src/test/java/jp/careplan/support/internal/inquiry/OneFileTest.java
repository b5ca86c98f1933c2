package jp.careplan.support.internal.inquiry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class OneFileTest {
  private static final String BOUNDARY = "\r\n--xyz";

  private static byte[] file(String body) {
    return OneFile.file(body.getBytes(ISO_8859_1), BOUNDARY);
  }

  @Test
  void findsTheFileBehindOtherFields() {
    byte[] found =
        file(
            String.join(
                "\r\n",
                "--xyz",
                "Content-Disposition: form-data; name=\"a\"",
                "",
                "value",
                "--xyz",
                "Content-Disposition: form-data; name=\"picture\"; filename=\"x.png\"",
                "Content-Type: image/png",
                "",
                "\u0089PNG",
                "",
                "more",
                "--xyz--",
                ""));

    assertArrayEquals("\u0089PNG\r\n\r\nmore".getBytes(ISO_8859_1), found);
  }

  @Test
  void whatIsCutOffOrNoMultipartHoldsNoFile() {
    for (String body :
        new String[] {
          "",
          "--xyz",
          "--xyz\r\nContent-Disposition: form-data; name=\"p\"; filename=\"x\"\r\n\r\ncut",
          "--other\r\nfilename=\r\n\r\nx\r\n--other--",
        }) {
      assertEquals(0, file(body).length, body);
    }
  }

  @Test
  void picturesAreToldByTheirBytes() {
    byte[] jpeg = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 0, 0, 0, 0, 0, 0};

    assertEquals(Optional.of("image/jpeg"), Pictures.mediaOf(jpeg));
    assertEquals(Optional.empty(), Pictures.mediaOf("<svg onload=alert(1)>".getBytes(ISO_8859_1)));
    assertEquals(Optional.empty(), Pictures.mediaOf(new byte[0]));
  }
}
