package jp.careplan.support;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import jp.careplan.support.internal.content.ShippedText;
import org.jspecify.annotations.Nullable;

/** A text as editors left it; at first as it was shipped. */
@Entity
@Table(name = "support_text")
@IdClass(StoredText.Key.class)
class StoredText {
  @Id
  @Enumerated(EnumType.STRING)
  private TextKind kind;

  @Id private String name;
  private String topic;
  private String title;
  private String keywords;
  private String summary;
  @Lob private String body;

  @SuppressWarnings("UnusedVariable") // lists are sorted by it
  private int position;

  @Column(name = "published_on")
  private @Nullable LocalDate publishedOn;

  @Version private long version;

  /** Kind and name. */
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    private TextKind kind = TextKind.FAQ;
    private String name = "";

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && kind == key.kind && name.equals(key.name);
    }

    @Override
    public int hashCode() {
      return Objects.hash(kind, name);
    }
  }

  protected StoredText() {}

  StoredText(ShippedText text) {
    this.kind = TextKind.valueOf(text.kind().toUpperCase(Locale.ROOT));
    this.name = text.name();
    this.topic = text.topic();
    this.title = text.title();
    this.keywords = text.keywords();
    this.summary = text.summary();
    this.body = text.body();
    this.position = text.position();
    this.publishedOn = text.publishedOn().isEmpty() ? null : LocalDate.parse(text.publishedOn());
  }

  HelpText filled(UnaryOperator<String> filling) {
    return new HelpText(
        kind,
        name,
        topic,
        title,
        keywords,
        summary,
        filling.apply(body),
        Optional.ofNullable(publishedOn));
  }
}
