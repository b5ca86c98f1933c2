package jp.careplan.exchange.internal.standard;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class FuzzTest {
  private static final List<Supplier<Bundle>> SAMPLES =
      List.of(Bundle::plan, Bundle::slip, Bundle::result, Bundle::prevention, Bundle::oldSlip);

  /** Bytes that hurt: quotes, separators, line ends, lead bytes, 外字, zero. */
  private static final byte[] SHARP = {
    '"', ',', '\r', '\n', 0, (byte) 0x82, (byte) 0xF0, (byte) 0xFD, (byte) 0xEF, '9', 'H', ' '
  };

  @Test
  void anyBytesGetAReport() {
    assertTimeout(
        ofSeconds(60),
        () -> {
          for (int seed = 0; seed < 2000; seed++) {
            assertNotNull(mutated(new Random(seed)).check().verdict());
          }
        });
  }

  @Test
  void theSameBytesGetTheSameReport() {
    for (int seed = 0; seed < 50; seed++) {
      assertEquals(
          mutated(new Random(seed)).check(), mutated(new Random(seed)).check(), "seed " + seed);
    }
  }

  @Test
  void anyNameGetsAGroup() {
    for (int seed = 0; seed < 500; seed++) {
      var random = new Random(seed);
      var bundle =
          Bundle.slip()
              .rename(n -> {
                int at = random.nextInt(n.length());
                String with = random.nextBoolean() ? "" : "_";
                return n.substring(0, at) + with + n.substring(at + 1);
              });

      int files = bundle.checkGroups().stream().mapToInt(r -> r.files().size()).sum();

      assertEquals(3, files, "seed " + seed);
    }
  }

  private static Bundle mutated(Random random) {
    var bundle = SAMPLES.get(random.nextInt(SAMPLES.size())).get();
    var files = bundle.files();
    var file = files.get(random.nextInt(files.size()));
    byte[] bytes = file.bytes().clone();
    for (int i = random.nextInt(5); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] =
          random.nextBoolean() ? SHARP[random.nextInt(SHARP.length)] : (byte) random.nextInt(256);
    }
    return bundle.file(file.name(), bytes);
  }
}
