package jp.careplan.application;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import jp.careplan.kernel.OfficeNumber;

/** 介護ソフト that an office tells its partners of, so that they know what it can take in. */
public interface ToldSoftware {
  /**
   * What was told.
   *
   * @param edition as people say it; empty text: not told
   */
  record Told(String name, String edition, Instant at) {}

  Optional<Told> of(OfficeNumber office);

  /** Of those that told; one query, however many are asked. */
  Map<OfficeNumber, Told> ofAll(Collection<OfficeNumber> offices);

  /** By an administrator of the office. An empty name: nothing is told any more. */
  void tell(OfficeSession by, String name, String edition);
}
