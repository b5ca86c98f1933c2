package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OperatorSettings;
import jp.careplan.kernel.PdfScripts;
import jp.careplan.kernel.VirusScan;
import jp.careplan.support.internal.file.BarePicture;
import jp.careplan.support.internal.file.FileType;
import jp.careplan.support.internal.file.PdfText;

/** A file is looked through before any lock is taken: a scanner takes its time. */
@ApplicationScoped
class AttachingService implements Attaching {
  private static final int KILOBYTE = 1024;
  private static final int LONGEST_TITLE = 200;
  private static final byte[] NO_MORE = {};
  private static final Pattern HIDDEN = Pattern.compile("\\p{Cntrl}|\\p{Cf}|[\\u2028\\u2029]");

  @Inject private EditingOperator operator;
  @Inject private OperatorSettings settings;
  @Inject private TextFiles files;
  @Inject private Editing editing;
  @Inject private Reading reading;
  @Inject private VirusScan scan;

  @Override
  public int mostBytes() {
    return settings.number(SupportSettings.FILE_KILOBYTES) * KILOBYTE;
  }

  @Override
  public List<Laid> list(Editing.Key key) {
    List<AttachedFile> attached = editing.open(key).content().files(); // asks who calls
    Map<TextFile.Key, PdfText.Trouble> troubles = files.troubles(key);
    return attached.stream()
        .map(it ->
            laid(
                it,
                troubles.getOrDefault(
                    new TextFile.Key(it.id(), it.edition()), PdfText.Trouble.NONE)))
        .toList();
  }

  private static Laid laid(AttachedFile file, PdfText.Trouble trouble) {
    return new Laid(file, warning(trouble), trouble == PdfText.Trouble.UNREAD);
  }

  private static String warning(PdfText.Trouble trouble) {
    return switch (trouble) {
      case NONE, UNREAD -> "";
      case BROKEN -> "このPDFは、文字を読み取れませんでした。検索には出ません。開けるかを確かめてください。";
      case EMPTY -> "このPDFには文字がありません。検索には出ません。読み上げもできないので、文字のあるPDFに換えてください。";
      case CUT -> "このPDFは長いため、はじめの部分だけを検索できます。";
    };
  }

  @Override
  public void lay(Editing.Key key, int seen, byte[] content, String title) {
    String by = operator.require();
    files.lay(new TextFiles.Change(by, key, seen), checked(key, content, title));
  }

  @Override
  public void replace(Editing.Key key, int seen, String id, byte[] content, String title) {
    String by = operator.require();
    files.replace(new TextFiles.Change(by, key, seen), id, checked(key, content, title));
  }

  private TextFile.Checked checked(Editing.Key key, byte[] content, String typed) {
    if (key.kind() == TextKind.TERM) {
      throw new DomainException(SupportProblem.FILE_UNFIT, "用語には、付けられません。");
    }
    if (content.length > mostBytes()) {
      throw new DomainException(
          SupportProblem.FILE_TOO_LARGE, "上限は%,d KBです。".formatted(mostBytes() / KILOBYTE));
    }
    String media =
        FileType.mediaOf(content)
            .orElseThrow(() -> new DomainException(SupportProblem.FILE_UNFIT, ""));
    String title = typed.strip();
    if (title.isEmpty() || title.length() > LONGEST_TITLE || HIDDEN.matcher(title).find()) {
      throw new DomainException(SupportProblem.FILE_UNTITLED, "");
    }
    boolean pdf = media.equals(FileType.PDF);
    if (pdf && PdfScripts.in(content)) {
      throw new DomainException(SupportProblem.FILE_RUNS, "");
    }
    requireClean(content);
    byte[] kept =
        pdf
            ? content
            : BarePicture.of(content, media)
                .orElseThrow(() -> new DomainException(SupportProblem.PICTURE_BROKEN, ""));
    return new TextFile.Checked(kept, media, title);
  }

  /** As it was laid, before anything is taken out of it or read by a larger program. */
  private void requireClean(byte[] content) {
    switch (scan.of(content)) {
      case CLEAN -> {}
      case INFECTED -> throw new DomainException(SupportProblem.FILE_INFECTED, "");
      case UNSEEN -> throw new DomainException(SupportProblem.FILE_UNSEEN, "");
    }
  }

  @Override
  public void remove(Editing.Key key, int seen, String id) {
    files.remove(new TextFiles.Change(operator.require(), key, seen), id);
  }

  @Override
  public void insert(Editing.Key key, int seen, String id) {
    files.insert(new TextFiles.Change(operator.require(), key, seen), id);
  }

  @Override
  public Optional<AttachedFile> published(String id) {
    return Arrays.stream(TextKind.values())
        .flatMap(kind -> reading.all(kind).stream())
        .flatMap(text -> text.files().stream())
        .filter(it -> it.id().equals(id))
        .findFirst();
  }

  @Override
  public AttachedFile ofEditors(String id, int edition) {
    operator.require();
    return files
        .find(id, edition)
        .orElseThrow(() -> new DomainException(SupportProblem.NO_SUCH_FILE, ""));
  }

  @Override
  public void write(AttachedFile file, long from, long length, OutputStream out)
      throws IOException {
    long left = length;
    int skipped = (int) (from % TextFilePiece.BYTES);
    for (int i = (int) (from / TextFilePiece.BYTES); left > 0; i++) {
      byte[] piece = files.piece(file, i).orElse(NO_MORE);
      int count = (int) Math.min(left, piece.length - skipped);
      if (count <= 0) {
        return;
      }
      out.write(piece, skipped, count);
      left -= count;
      skipped = 0;
    }
  }
}
