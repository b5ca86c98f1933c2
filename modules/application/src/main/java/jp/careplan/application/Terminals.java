package jp.careplan.application;

import java.util.List;
import jp.careplan.kernel.OfficeNumber;

/** 端末. */
public interface Terminals {
  /** The name the office gave a terminal; empty where there is none. */
  String nameOf(String terminalId);

  /** The office's terminals, oldest first; two queries, however many there are. */
  List<TerminalEntry> registeredBy(OfficeNumber office);
}
