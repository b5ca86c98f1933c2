package jp.careplan.app.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import jp.careplan.app.house.Node;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.SendingOffer;
import jp.careplan.exchange.internal.encryption.ContentCipher;
import jp.careplan.exchange.internal.evidence.ReceiptSigner;
import jp.careplan.exchange.internal.standard.SourceFile;
import jp.careplan.exchange.internal.standard.Standard;
import jp.careplan.exchange.internal.standard.UnitReport;
import jp.careplan.kernel.KeyStoreFile;
import jp.careplan.kernel.TimeOrderedId;

/** The steps of one send that need no server, timed by themselves on one thread. */
final class Steps {
  private final Report report;
  private final Duration time;

  Steps(Report report, Duration time) {
    this.report = report;
    this.time = time;
  }

  void print(Node node, List<OfferedFile> unit) {
    Standard standard = Standard.load();
    List<byte[]> contents = unit.stream().map(OfferedFile::content).toList();
    List<String> names = unit.stream().map(OfferedFile::name).toList();
    List<InMemory> sources = unit.stream().map(InMemory::new).toList();
    KeyStoreFile keys = keys(node);
    var cipher = inject(new ContentCipher(), "keys", keys);
    var signer = inject(new ReceiptSigner(), "keys", keys);
    byte[] text = SendingOffer.manifestOf(unit).getBytes(StandardCharsets.UTF_8);
    step("group the names", () -> standard.group(names));
    step("check the unit against the standard", () -> check(standard, sources));
    step(
        "SHA-256 of the files, manifest",
        () ->
            SendingOffer.manifestOf(
                unit.stream().map(f -> new OfferedFile(f.name(), f.content())).toList()));
    step("seal (deflate, AES-GCM, wrap)", () -> cipher.seal(TimeOrderedId.next(), contents));
    step("sign the receipt (CMS, ES256)", () -> signer.sign(text));
  }

  private void step(String name, Runnable step) {
    repeat(step);
    report.row(name, "%8.3f ms".formatted(repeat(step)));
  }

  private double repeat(Runnable step) {
    long begin = System.nanoTime();
    long count = 0;
    while (System.nanoTime() - begin < time.toNanos()) {
      step.run();
      count++;
    }
    return (System.nanoTime() - begin) / 1e6 / count;
  }

  static UnitReport check(Standard standard, List<? extends SourceFile> files) {
    try {
      return standard.check(files);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyStoreFile keys(Node node) {
    try {
      var keys = inject(new KeyStoreFile(), "file", node.home().resolve("keys.p12").toString());
      return inject(keys, "password", OfficeClient.password(node));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Does by hand what the container does in the server. */
  private static <T> T inject(T bean, String field, Object value) {
    try {
      Field target = bean.getClass().getDeclaredField(field);
      target.setAccessible(true);
      target.set(bean, value);
      return bean;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A file that is in memory anyway. */
  record InMemory(OfferedFile file) implements SourceFile {
    @Override
    public String name() {
      return file.name();
    }

    @Override
    public long size() {
      return file.content().length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(file.content());
    }
  }
}
