package jp.careplan.application;

import java.util.List;
import jp.careplan.kernel.OfficeNumber;

/** 端末. */
public interface Terminals {
  /** The name the office gave a terminal; empty where there is none. */
  String nameOf(String terminalId);

  /** The office's terminals, oldest first; two queries, however many there are. */
  List<TerminalEntry> registeredBy(OfficeNumber office);

  /** How many terminals with a usable certificate an office may have. */
  int most();

  /**
   * 失効: the terminal's certificates are worth nothing from now on, and its sessions are over on all
   * nodes. Repeating it changes nothing.
   */
  void revoke(OfficeSession by, String terminalId, RevocationReason reason);
}
