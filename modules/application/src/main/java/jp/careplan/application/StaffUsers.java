package jp.careplan.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.careplan.kernel.UserId;

/** 職員 of an office, for its administrators. */
public interface StaffUsers {
  /** Where a staff user stands. */
  enum State {
    /** No password yet. */
    INVITED,
    ACTIVE,
    REMOVED
  }

  /**
   * What an administrator decides.
   *
   * @param mail the invitation and ways back in go there; empty text: none, then on paper
   */
  record Description(String name, String mail, Rights rights) {
    @Override
    public String toString() {
      return "Description[masked]";
    }
  }

  /**
   * One line of the list.
   *
   * @param invitedUntil end of an invitation that is open
   */
  record Entry(
      UserId user,
      Description description,
      State state,
      Optional<Instant> invitedUntil,
      Optional<Instant> lastSignInAt) {}

  /**
   * A fresh invitation.
   *
   * @param code for the paper, told once; empty where it was mailed
   */
  record Invitation(UserId user, Optional<String> code, Instant until) {
    @Override
    public String toString() {
      return "Invitation[" + user + "]";
    }
  }

  /** All, removed ones last. */
  List<Entry> all(OfficeSession by);

  /** Name of whoever is signed in; empty text for the office's own ID. */
  String nameOf(OfficeSession session);

  /**
   * What this ID may do today, for work that goes on while nobody is signed in; empty once nobody
   * may sign in with it.
   */
  Optional<Rights> rightsOf(UserId user);

  /** 招待: by mail where there is an address, else on paper. */
  Invitation invite(OfficeSession by, Description description);

  /** A new invitation for one who lost it, or the password; the one before is void. */
  Invitation inviteAgain(OfficeSession by, UserId user, boolean onPaper);

  void change(OfficeSession by, UserId user, Description description);

  /** Ends all sessions at once. The number is never given again. */
  void remove(OfficeSession by, UserId user);

  /** Whether the office's own ID is at rest. */
  boolean isOfficeAtRest(OfficeSession by);

  /** Stands the office's own ID down in favour of staff administrators; for that ID alone. */
  void rest(OfficeSession by);

  /** Takes the office's own ID into use again. */
  void wake(OfficeSession by);
}
