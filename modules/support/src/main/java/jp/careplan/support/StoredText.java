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
import java.util.List;
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
  private String topic = "";
  private String title = "";
  private String keywords = "";
  private String summary = "";
  @Lob private String body = "";

  @SuppressWarnings("UnusedVariable") // lists are sorted by it
  private int position;

  @Column(name = "published_on")
  private @Nullable LocalDate publishedOn;

  @Column(name = "show_from")
  private @Nullable LocalDate showFrom;

  @Column(name = "show_until")
  private @Nullable LocalDate showUntil;

  private String related = "";
  private String files = "";

  @Version private long version;

  /** Kind and name. */
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    private TextKind kind = TextKind.FAQ;
    private String name = "";

    protected Key() {}

    Key(Editing.Key text) {
      this.kind = text.kind();
      this.name = text.name();
    }

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

  StoredText(Editing.Key text, int position) {
    this.kind = text.kind();
    this.name = text.name();
    this.position = position;
  }

  Editing.Key key() {
    return new Editing.Key(kind, name);
  }

  /** Where lists show it. */
  void standAt(int place) {
    position = place;
  }

  /** Readers see this from now on. */
  StoredText with(TextContent content) {
    topic = content.topic();
    title = content.title();
    keywords = content.keywords();
    summary = content.summary();
    body = content.body();
    publishedOn = content.publishedOn().orElse(null);
    showFrom = content.showFrom().orElse(null);
    showUntil = content.showUntil().orElse(null);
    related = String.join("\n", content.related());
    files = AttachedFile.lines(content.files());
    return this;
  }

  static Editing.Key keyOf(ShippedText text) {
    return new Editing.Key(TextKind.valueOf(text.kind().toUpperCase(Locale.ROOT)), text.name());
  }

  static TextContent contentOf(ShippedText text) {
    return new TextContent(
        text.title(),
        text.topic(),
        text.keywords(),
        text.summary(),
        text.body(),
        Optional.of(text.publishedOn()).filter(it -> !it.isEmpty()).map(LocalDate::parse),
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.empty(),
        List.of(),
        List.of());
  }

  boolean isShownOn(LocalDate day) {
    return (showFrom == null || !day.isBefore(showFrom))
        && (showUntil == null || !day.isAfter(showUntil));
  }

  HelpText filled(UnaryOperator<String> filling) {
    return new HelpText(
        kind,
        name,
        topic,
        title,
        keywords,
        filling.apply(summary),
        filling.apply(body),
        Optional.ofNullable(publishedOn),
        related.lines().toList(),
        AttachedFile.ofLines(files));
  }
}
