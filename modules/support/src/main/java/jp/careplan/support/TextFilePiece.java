package jp.careplan.support;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Some of the bytes of a file, in their order. */
@Entity
@Table(name = "support_text_file_piece")
@IdClass(TextFilePiece.Key.class)
class TextFilePiece {
  static final int BYTES = 256 * 1024;

  @Id private String id;
  @Id private int edition;
  @Id private int position;
  @Lob private byte[] content;

  /** Address, edition and position. */
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    private String id = "";
    private int edition;
    private int position;

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && id.equals(key.id)
          && edition == key.edition
          && position == key.position;
    }

    @Override
    public int hashCode() {
      return Objects.hash(id, edition, position);
    }
  }

  protected TextFilePiece() {}

  TextFilePiece(AttachedFile file, int position, byte[] content) {
    this.id = file.id();
    this.edition = file.edition();
    this.position = position;
    this.content = content.clone();
  }

  byte[] content() {
    return content.clone();
  }
}
