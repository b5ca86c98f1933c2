package jp.careplan.support;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a text stands: its newest version, and the one that readers see. */
@Entity
@Table(name = "support_text_head")
@IdClass(StoredText.Key.class)
class TextHead {
  /** Who saves what comes with the first start. */
  static final String SYSTEM = "system";

  /** Who saves what comes with an update. */
  static final String RELEASE = "release";

  /** Who saved what no person wrote. */
  static final Set<String> OURS = Set.of(SYSTEM, RELEASE);

  @Id
  @Enumerated(EnumType.STRING)
  private TextKind kind;

  @Id private String name;
  private String title;
  private String owner;

  @Column(name = "review_on")
  private @Nullable LocalDate reviewOn;

  @Enumerated(EnumType.STRING)
  private TextState state;

  private int newest;
  private int live;
  private int published;
  @Embedded private ReleaseOffer release = new ReleaseOffer();

  @Column(name = "saved_at")
  private Instant savedAt;

  @Column(name = "saved_by")
  private String savedBy;

  @Version private long version;

  protected TextHead() {}

  TextHead(TextVersion first) {
    kind = first.key().kind();
    name = first.key().name();
    take(first);
  }

  /** The version becomes the newest one, and a draft. */
  final void take(TextVersion next) {
    TextContent content = next.content();
    title = content.title();
    owner = content.owner();
    reviewOn = content.reviewOn().orElse(null);
    newest = next.saved().number();
    savedAt = next.saved().at();
    savedBy = next.saved().by();
    state = TextState.DRAFT;
  }

  TextState state() {
    return state;
  }

  int newest() {
    return newest;
  }

  int live() {
    return live;
  }

  /** The version that was published last, maybe not seen any more; 0: none. */
  int published() {
    return published;
  }

  ReleaseOffer release() {
    return release;
  }

  /** What readers see no longer waits for no answer. */
  boolean isOffered() {
    return release.offer() != TextOffer.NONE && state != TextState.ARCHIVED;
  }

  /** Readers see it as a release brought it, and no person ever saved it. */
  boolean isUntouched() {
    return OURS.contains(savedBy) && state == TextState.PUBLISHED;
  }

  void reviewed(boolean asked) {
    state = asked ? TextState.REVIEW : TextState.DRAFT;
  }

  void publish() {
    state = TextState.PUBLISHED;
    live = newest;
    published = newest;
  }

  void archive() {
    state = TextState.ARCHIVED;
    live = 0;
  }

  Editing.Opened opened(TextContent content) {
    return new Editing.Opened(
        key(), state, new Editing.Saved(newest, savedAt, savedBy), live, content);
  }

  Editing.Key key() {
    return new Editing.Key(kind, name);
  }

  Editing.Listed listed(LocalDate today) {
    boolean stale = state != TextState.ARCHIVED && reviewOn != null && reviewOn.isBefore(today);
    return new Editing.Listed(
        key(),
        title,
        state,
        live > 0,
        owner,
        Optional.ofNullable(reviewOn),
        stale,
        state == TextState.ARCHIVED ? TextOffer.NONE : release.offer(),
        savedAt,
        savedBy);
  }
}
