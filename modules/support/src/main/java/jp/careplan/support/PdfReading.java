package jp.careplan.support;

import static java.lang.System.Logger.Level.INFO;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import jp.careplan.kernel.Worker;
import jp.careplan.support.internal.file.PdfText;

/**
 * Reads the words of PDFs after they were laid, one after the other on a node: nobody waits for it,
 * and what a node did not end is read by the next one.
 */
@ApplicationScoped
class PdfReading implements Worker {
  private static final System.Logger LOG = System.getLogger(PdfReading.class.getName());

  @Inject private UnreadPdfs unread;

  @Override
  public Duration rest() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void work() {
    for (TextFile.Key key : unread.due()) {
      unread.take(key).flatMap(PdfText::of).ifPresent(words -> keep(key, words));
    }
  }

  private void keep(TextFile.Key key, PdfText.Words words) {
    unread.read(key, words);
    LOG.log(INFO, "words of a PDF read file={0} trouble={1}", key, words.trouble());
  }
}
