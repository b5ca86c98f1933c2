package jp.careplan.support.internal.inquiry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PicturesTest {
  @Test
  void picturesAreToldByTheirBytes() {
    byte[] jpeg = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 0, 0, 0, 0, 0, 0};

    assertEquals(Optional.of("image/jpeg"), Pictures.mediaOf(jpeg));
    assertEquals(Optional.empty(), Pictures.mediaOf("<svg onload=alert(1)>".getBytes(ISO_8859_1)));
    assertEquals(Optional.empty(), Pictures.mediaOf(new byte[0]));
  }
}
