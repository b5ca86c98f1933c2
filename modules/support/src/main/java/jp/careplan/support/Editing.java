package jp.careplan.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Texts are written: draft, review, published, archived. Every door asks {@link EditingOperator}
 * first. What is changed is told by the number of the version that the editor saw; {@code SU-121}
 * where there is a newer one.
 */
public interface Editing {
  /** What a text is called. */
  record Key(TextKind kind, String name) {}

  /**
   * Which texts are listed.
   *
   * @param stale only those whose day of review is over
   * @param offered only those of which a release says something that nobody answered
   * @param word stands in the title, the name or the body; empty: any
   */
  record Filter(
      Optional<TextKind> kind,
      Optional<TextState> state,
      boolean stale,
      boolean offered,
      String word) {}

  /**
   * A text in the list.
   *
   * @param live readers see it, maybe in an earlier version
   */
  record Listed(
      Key key,
      String title,
      TextState state,
      boolean live,
      String owner,
      Optional<LocalDate> reviewOn,
      boolean stale,
      TextOffer offer,
      Instant savedAt,
      String savedBy) {}

  /** Some texts in the order of kind and name, and behind which the next ones begin. */
  record Page(List<Listed> items, Optional<Key> next) {}

  /** A version: who saved it, and when. */
  record Saved(int number, Instant at, String by) {}

  /**
   * A text as it stands.
   *
   * @param live the number that readers see; 0: none
   * @param content of the newest version
   */
  record Opened(Key key, TextState state, Saved newest, int live, TextContent content) {}

  Page list(Filter filter, Optional<Key> after, int most);

  Opened open(Key key);

  /** As readers would see it; nothing is kept. */
  HelpText preview(Key key, TextContent content);

  /** A new draft, of version 1; it is given its name here. No page is begun. */
  Key begin(TextKind kind, TextContent content);

  /**
   * A new version, which is a draft; none where nothing changed.
   *
   * @return number of the newest version, which says what was given
   */
  int save(Key key, int seen, TextContent content);

  void askReview(Key key, int seen);

  /** Not yet: it is a draft again. */
  void sendBack(Key key, int seen);

  /** Readers see it. 重要, and what was, and pages: by somebody who wrote nothing of it. */
  void publish(Key key, int seen);

  /** Readers see it no longer; no page, whose address stays. */
  void archive(Key key, int seen, String reason);

  /** An earlier version once more, as a new one. */
  void restore(Key key, int seen, int number);

  /** The newest first. */
  List<Saved> versions(Key key);

  TextContent version(Key key, int number);
}
