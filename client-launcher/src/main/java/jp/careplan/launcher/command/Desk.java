package jp.careplan.launcher.command;

import jp.careplan.launcher.api.Exchange;
import jp.careplan.launcher.profile.OfficeIdentity;
import jp.careplan.launcher.profile.ProfileFolder;

/** A profile with its certificate opened and the exchange within reach. Signs out at the end. */
record Desk(ProfileFolder folder, OfficeIdentity identity, Exchange exchange)
    implements AutoCloseable {

  /** Leaves the session running, for the browser that was opened from it. */
  void leaveSignedIn() {
    exchange.close();
  }

  @Override
  public void close() {
    exchange.signOut();
    exchange.close();
  }
}
