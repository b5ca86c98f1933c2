package jp.careplan.exchange;

import java.util.List;

/**
 * The check for anyone, without an account: what makers of care software (介護ソフト) try their files
 * with. Nothing is kept, and only the number of the report is logged.
 */
public interface PublicChecking {
  /**
   * @param source address of whoever asks; too many checks from one are refused
   * @param files CSV and JPEG files, or ZIP archives of them
   */
  CheckReport check(String source, List<OfferedFile> files);
}
