package jp.careplan.application;

import java.util.List;
import java.util.Optional;

/** The 国保連合会 of the 47 prefectures. */
public interface KokuhoRens {
  /** By number. */
  List<KokuhoRen> all();

  Optional<KokuhoRen> of(String prefecture);

  /**
   * Replaces what is known of one.
   *
   * @param operator user ID of the operator, for the trail
   */
  void edit(KokuhoRen changed, String operator);
}
