package jp.careplan.support.internal.file;

import static java.lang.System.Logger.Level.WARNING;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The words of a PDF, read by a process of its own: a file made for it could take all memory of the
 * one that reads it, or never end.
 */
public final class PdfText {
  private static final System.Logger LOG = System.getLogger(PdfText.class.getName());
  private static final int SECONDS = 20;

  /** One at a time on a node. */
  private static final Semaphore TURN = new Semaphore(1);

  private PdfText() {}

  /** Why the words are not there, or not all of them. */
  public enum Trouble {
    NONE,
    /** It cannot be read. */
    BROKEN,
    /** Pictures of pages, mostly. */
    EMPTY,
    /** Longer than what is searched. */
    CUT
  }

  /** What was read. */
  public record Words(String text, Trouble trouble) {}

  public static Words of(byte[] pdf) {
    try {
      if (TURN.tryAcquire(SECONDS, TimeUnit.SECONDS)) {
        try {
          return read(pdf);
        } finally {
          TURN.release();
        }
      }
    } catch (IOException e) {
      LOG.log(WARNING, "words of a PDF not read: {0}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Words("", Trouble.BROKEN);
  }

  private static Words read(byte[] pdf) throws IOException, InterruptedException {
    ProcessBuilder reader =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Dpdfbox.fontcache=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                classPath(),
                PdfTextCommand.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    reader.environment().clear(); // the settings of the node are none of its business
    Process process = reader.start();
    CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
    try (InputStream out = process.getInputStream()) {
      try (OutputStream in = process.getOutputStream()) {
        in.write(pdf);
      }
      byte[] said = out.readNBytes(PdfTextCommand.MOST_CHARACTERS * 4);
      return process.waitFor() == 0
          ? words(new String(said, StandardCharsets.UTF_8))
          : new Words("", Trouble.BROKEN);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Words words(String said) {
    boolean cut = said.startsWith(PdfTextCommand.CUT);
    String text = said.substring(Math.min(1, said.length())).strip();
    if (text.isEmpty()) {
      return new Words("", Trouble.EMPTY);
    }
    return new Words(text, cut ? Trouble.CUT : Trouble.NONE);
  }

  /** Where the few classes it takes lie. */
  private static String classPath() throws IOException {
    List<Class<?>> needed =
        List.of(
            PdfTextCommand.class,
            PDDocument.class,
            org.apache.pdfbox.io.RandomAccessRead.class,
            FontBoxFont.class,
            LogFactory.class);
    try {
      return needed.stream()
          .map(it -> it.getProtectionDomain().getCodeSource().getLocation().toExternalForm())
          .map(it -> Path.of(URI.create(it)).toString())
          .distinct()
          .collect(Collectors.joining(System.getProperty("path.separator")));
    } catch (RuntimeException e) {
      throw new IOException("classes of the reader not found", e);
    }
  }
}
