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
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A text as it was saved once; written once, never changed. */
@Entity
@Table(name = "support_text_version")
@IdClass(TextVersion.Key.class)
class TextVersion {
  @Id
  @Enumerated(EnumType.STRING)
  private TextKind kind;

  @Id private String name;
  @Id private int number;
  private String topic;
  private String title;
  private String keywords;
  private String summary;
  @Lob private String body;

  @Column(name = "published_on")
  private @Nullable LocalDate publishedOn;

  @Column(name = "show_from")
  private @Nullable LocalDate showFrom;

  @Column(name = "show_until")
  private @Nullable LocalDate showUntil;

  private String owner;

  @Column(name = "review_on")
  private @Nullable LocalDate reviewOn;

  private String related;
  private String files;

  @Column(name = "saved_at")
  private Instant savedAt;

  @Column(name = "saved_by")
  private String savedBy;

  /** Kind, name and number. */
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    private TextKind kind = TextKind.FAQ;
    private String name = "";
    private int number;

    protected Key() {}

    Key(Editing.Key text, int number) {
      this.kind = text.kind();
      this.name = text.name();
      this.number = number;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && kind == key.kind
          && name.equals(key.name)
          && number == key.number;
    }

    @Override
    public int hashCode() {
      return Objects.hash(kind, name, number);
    }
  }

  protected TextVersion() {}

  TextVersion(Editing.Key text, Editing.Saved saved, TextContent content) {
    kind = text.kind();
    name = text.name();
    number = saved.number();
    savedAt = saved.at();
    savedBy = saved.by();
    topic = content.topic();
    title = content.title();
    keywords = content.keywords();
    summary = content.summary();
    body = content.body();
    publishedOn = content.publishedOn().orElse(null);
    showFrom = content.showFrom().orElse(null);
    showUntil = content.showUntil().orElse(null);
    owner = content.owner();
    reviewOn = content.reviewOn().orElse(null);
    related = String.join("\n", content.related());
    files = AttachedFile.lines(content.files());
  }

  final Editing.Key key() {
    return new Editing.Key(kind, name);
  }

  final Editing.Saved saved() {
    return new Editing.Saved(number, savedAt, savedBy);
  }

  final TextContent content() {
    return new TextContent(
        title,
        topic,
        keywords,
        summary,
        body,
        Optional.ofNullable(publishedOn),
        Optional.ofNullable(showFrom),
        Optional.ofNullable(showUntil),
        owner,
        Optional.ofNullable(reviewOn),
        related.lines().toList(),
        AttachedFile.ofLines(files));
  }
}
