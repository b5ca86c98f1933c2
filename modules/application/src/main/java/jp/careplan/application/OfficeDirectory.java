package jp.careplan.application;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import jp.careplan.kernel.OfficeNumber;

/** 連携先一覧: who an office is. */
public interface OfficeDirectory {
  Optional<OfficeEntry> find(OfficeNumber number);

  /** What an office says of itself: for that office and for operators. */
  Optional<OfficeProfile> profileOf(OfficeNumber number);

  /** Entries of those numbers that are known; one query, however many are asked. */
  Map<OfficeNumber, OfficeEntry> findAll(Collection<OfficeNumber> numbers);
}
