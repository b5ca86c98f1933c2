package jp.careplan.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.careplan.kernel.OfficeNumber;

/**
 * 法人の事業所: several office numbers seen together by whoever administers them all. A link goes one
 * way: who gave the other account's password once sees how that office stands, and nothing of its
 * care data. Either side takes it away. All of it is for administrators (管理者).
 */
public interface OfficeGroup {
  /**
   * How one office stands.
   *
   * @param application where its application for use stands; empty: there is none
   * @param terminals with a usable certificate
   * @param certificateUntil when the first of these certificates ends
   * @param linkedAt empty for the office that looks on itself
   */
  record Member(
      OfficeNumber number,
      String name,
      SessionProfile.Licence licence,
      Optional<ApplicationStatus> application,
      int terminals,
      Optional<Instant> certificateUntil,
      Optional<Instant> linkedAt) {}

  /** An office that looks on. */
  record Viewer(OfficeNumber number, String name, Instant since) {}

  /** The caller's own office first, then those that are linked, by number. */
  List<Member> members(OfficeSession by);

  /** Who sees how the caller's office stands, by number. */
  List<Viewer> viewers(OfficeSession by);

  /**
   * Links an office; repeating it changes nothing. Guesses at its password are counted as at its
   * own sign-in.
   *
   * @param proof user ID and password of the other office's account
   */
  void link(OfficeSession by, SigningIn.Credentials proof);

  /** Stops looking at another office. */
  void unlink(OfficeSession by, OfficeNumber other);

  /** Stops another office from looking on. */
  void shutOut(OfficeSession by, OfficeNumber viewer);
}
