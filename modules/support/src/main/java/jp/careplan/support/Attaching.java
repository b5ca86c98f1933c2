package jp.careplan.support;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * PDFs and pictures of texts. What hangs on a text is part of its versions: laying, replacing and
 * removing make a draft above version {@code seen}; readers see what the published version has.
 */
public interface Attaching {
  /**
   * A file as editors see it.
   *
   * @param warning why the search does not find all of its words; empty: it does
   * @param unread whether its words are still to be read, which takes a moment
   */
  record Laid(AttachedFile file, String warning, boolean unread) {}

  /** Largest file that is taken. */
  int mostBytes();

  /** What hangs on the newest version. */
  List<Laid> list(Editing.Key key);

  /**
   * A new file, stored at once; words of a PDF are read after it. {@code SU-151} to {@code SU-155}
   * say why it is not taken.
   */
  void lay(Editing.Key key, int seen, byte[] content, String title);

  /** Another file at the same address. */
  void replace(Editing.Key key, int seen, String id, byte[] content, String title);

  /** Earlier versions keep it. */
  void remove(Editing.Key key, int seen, String id);

  /** The picture is shown at the end of the text. */
  void insert(Editing.Key key, int seen, String id);

  /** What stands at an address for readers today. */
  Optional<AttachedFile> published(String id);

  /** One that maybe nobody but editors sees. */
  AttachedFile ofEditors(String id, int edition);

  /** So many of its bytes from one on, piece by piece; as far as there are any. */
  void write(AttachedFile file, long from, long length, OutputStream out) throws IOException;
}
