package jp.careplan.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.careplan.kernel.UserId;

/**
 * パスキー: a key of a phone or another device, registered inside a session that came through a
 * certificate; whoever comes in with it sees plans.
 */
public interface Passkeys {
  /** One of them; {@code terminalId}: the terminal whose session registered it. */
  record Entry(
      String id,
      String name,
      String terminalId,
      Instant registeredAt,
      Optional<Instant> lastUsed) {}

  /**
   * What a browser needs for a new one.
   *
   * @param relyingParty host that it is bound to
   * @param handle of its owner, base64url, tells nothing of whose it is
   * @param algorithms COSE numbers
   * @param known base64url IDs of those that are registered, so that no device gets a second one
   */
  record Invitation(
      String challenge,
      String relyingParty,
      UserId user,
      String handle,
      List<Long> algorithms,
      List<String> known) {}

  /** Whether the operator lets this office use them. */
  boolean areAllowed(OfficeSession by);

  /**
   * Begins registering one: a challenge, good for five minutes and this session.
   *
   * @param name looked at before the device makes a key in vain
   */
  Invitation begin(OfficeSession by, String name);

  /**
   * Takes the browser's answer.
   *
   * @param name as its owner calls it
   * @param answer RegistrationResponseJSON of WebAuthn
   */
  void register(OfficeSession by, String name, String answer);

  /** One's own, the newest first. */
  List<Entry> of(OfficeSession by);

  void rename(OfficeSession by, String id, String name);

  /** Sessions that came in with it are over. */
  void remove(OfficeSession by, String id);

  /** Of a staff user, for an administrator. */
  List<Entry> of(OfficeSession by, UserId staff);

  void remove(OfficeSession by, UserId staff, String id);
}
