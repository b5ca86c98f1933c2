package jp.careplan.support;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import jp.careplan.kernel.Sha256;
import jp.careplan.support.internal.file.PdfText;
import org.jspecify.annotations.Nullable;

/** A file that hangs on a text, without its bytes; written once, never changed. */
@Entity
@Table(name = "support_text_file")
@IdClass(TextFile.Key.class)
class TextFile {
  @Id private String id;
  @Id private int edition;

  @SuppressWarnings("UnusedVariable") // what hangs on a text is found by it
  @Enumerated(EnumType.STRING)
  private TextKind kind;

  @SuppressWarnings("UnusedVariable") // as kind
  private String name;

  private String media;
  private int bytes;

  @SuppressWarnings("UnusedVariable") // told to whoever looks into the table
  private String digest;

  @SuppressWarnings("UnusedVariable") // lists are made of it
  @Enumerated(EnumType.STRING)
  private PdfText.Trouble trouble;

  @SuppressWarnings("UnusedVariable") // the index is made of it
  @Lob
  private String words;

  @SuppressWarnings("UnusedVariable") // told to whoever looks into the table
  @Column(name = "laid_at")
  private Instant laidAt;

  @SuppressWarnings("UnusedVariable") // told to whoever looks into the table
  @Column(name = "laid_by")
  private String laidBy;

  /** When a node may read the words; null: they were read, or there are none. */
  @SuppressWarnings("UnusedVariable") // asked for in queries
  @Column(name = "read_after")
  private @Nullable Instant readAfter;

  @SuppressWarnings("UnusedVariable") // asked for in queries
  private int tries;

  /** Address and edition. */
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    private String id = "";
    private int edition;

    protected Key() {}

    Key(String id, int edition) {
      this.id = id;
      this.edition = edition;
    }

    String id() {
      return id;
    }

    int edition() {
      return edition;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && id.equals(key.id) && edition == key.edition;
    }

    @Override
    public int hashCode() {
      return Objects.hash(id, edition);
    }

    @Override
    public String toString() {
      return id + "/" + edition;
    }
  }

  /** What was laid, looked through. */
  static final class Checked {
    private final byte[] content;
    private final String media;
    private final String title;

    Checked(byte[] content, String media, String title) {
      this.content = content;
      this.media = media;
      this.title = title;
    }

    byte[] content() {
      return content;
    }

    String media() {
      return media;
    }

    String title() {
      return title;
    }
  }

  protected TextFile() {}

  TextFile(Editing.Key text, AttachedFile file, Checked laid, Editing.Saved saved) {
    this.id = file.id();
    this.edition = file.edition();
    this.kind = text.kind();
    this.name = text.name();
    this.media = file.media();
    this.bytes = file.bytes();
    this.digest = Sha256.hex(laid.content());
    this.trouble = PdfText.Trouble.NONE;
    this.words = "";
    this.readAfter = file.isPdf() ? saved.at() : null;
    this.laidAt = saved.at();
    this.laidBy = saved.by();
  }

  AttachedFile file() {
    return new AttachedFile(id, edition, media, bytes, "");
  }
}
