package jp.careplan.support;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.careplan.kernel.OfficeNumber;

/**
 * 問い合わせ: anyone may ask. What is typed is a draft that its key opens; sent, it has a number, and
 * the same key shows how it stands.
 */
public interface Inquiring {
  /** What becomes of an inquiry. A held one looked like advertising: people look at it later. */
  enum Status {
    DRAFT,
    RECEIVED,
    HELD,
    ANSWERED,
    CLOSED
  }

  /** A picture (写真) that lies with an inquiry. */
  record Picture(int position, String media, int bytes) {}

  /**
   * An inquiry as its author sees it.
   *
   * @param conversation what was said in the chat before; empty where nothing was
   */
  record Written(
      String number,
      Status status,
      InquiryForm form,
      String conversation,
      List<Picture> pictures,
      Optional<Instant> receivedAt) {}

  /**
   * What is kept of somebody who writes.
   *
   * @param conversation what was said in the chat before; empty leaves what was kept of it
   * @param suspect whether it looks like a program's
   */
  record Draft(InquiryForm form, String conversation, boolean suspect) {}

  /** How one stands, without what it says. */
  record Standing(
      String number,
      Status status,
      InquiryKind kind,
      Instant receivedAt,
      Optional<Instant> answeredAt) {}

  /**
   * Keeps a draft.
   *
   * @param key of an earlier draft; a new one is begun where there is none any more
   */
  InquiryKey save(Optional<InquiryKey> key, Draft draft);

  /** Nothing where the key opens none. */
  Optional<Written> find(InquiryKey key);

  /**
   * Lays a picture to a draft; its kind is told by its bytes. {@code SU-111} for what is none,
   * {@code SU-112} where there are enough.
   */
  void lay(InquiryKey key, byte[] picture);

  void takeAway(InquiryKey key, int position);

  /**
   * Sends a draft and mails its number; one that was sent is left as it is.
   *
   * @param source where the call comes from
   */
  void send(InquiryKey key, String source);

  /** {@code SU-113} where number and code do not belong together. */
  Standing standingOf(InquiryKey key, String source);

  /** What an office sent while it was signed in, the newest first. */
  List<Standing> of(OfficeNumber office, int most);
}
