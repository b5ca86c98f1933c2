package jp.careplan.support.internal.file;

import static java.lang.System.Logger.Level.WARNING;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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

  /** What the system adds to the signal that ended a process. */
  private static final int ENDED_BY_SIGNAL = 128;

  private PdfText() {}

  /** Why the words are not there, or not all of them. */
  public enum Trouble {
    NONE,
    /** It cannot be read. */
    BROKEN,
    /** Pictures of pages, mostly. */
    EMPTY,
    /** Longer than what is searched. */
    CUT,
    /** Not read yet; never stored. */
    UNREAD
  }

  /** What was read. */
  public record Words(String text, Trouble trouble) {}

  /** Empty where the reader did not come to an end for reasons of its own, as when a node stops. */
  public static Optional<Words> of(byte[] pdf) {
    try {
      return read(pdf);
    } catch (IOException e) {
      LOG.log(WARNING, "words of a PDF not read: {0}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  private static Optional<Words> read(byte[] pdf) throws IOException, InterruptedException {
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
    var tooLong = new AtomicBoolean();
    CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS)
        .execute(() -> {
          tooLong.set(true);
          process.destroyForcibly();
        });
    try (InputStream out = process.getInputStream()) {
      try (OutputStream in = process.getOutputStream()) {
        in.write(pdf);
      }
      byte[] said = out.readNBytes(PdfTextCommand.MOST_CHARACTERS * 4);
      int end = process.waitFor();
      if (end == 0) {
        return Optional.of(words(new String(said, StandardCharsets.UTF_8)));
      }
      boolean other = end > ENDED_BY_SIGNAL && !tooLong.get();
      return other ? Optional.empty() : Optional.of(new Words("", Trouble.BROKEN));
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
