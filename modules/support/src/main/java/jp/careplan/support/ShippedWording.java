package jp.careplan.support;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The words of a text as a release brought them; written once, never changed. */
@Entity
@Table(name = "support_text_shipped")
@IdClass(TextVersion.Key.class)
class ShippedWording {
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

  @SuppressWarnings("UnusedVariable") // told to whoever looks into the table
  @Column(name = "came_at")
  private Instant cameAt;

  protected ShippedWording() {}

  ShippedWording(Editing.Key text, int number, TextContent words, Instant cameAt) {
    this.kind = text.kind();
    this.name = text.name();
    this.number = number;
    this.topic = words.topic();
    this.title = words.title();
    this.keywords = words.keywords();
    this.summary = words.summary();
    this.body = words.body();
    this.publishedOn = words.publishedOn().orElse(null);
    this.cameAt = cameAt;
  }

  Editing.Key key() {
    return new Editing.Key(kind, name);
  }

  /** Nothing but words: a release names no owner and no days. */
  TextContent content() {
    return new TextContent(
        title,
        topic,
        keywords,
        summary,
        body,
        Optional.ofNullable(publishedOn),
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.empty(),
        List.of(),
        List.of());
  }
}
