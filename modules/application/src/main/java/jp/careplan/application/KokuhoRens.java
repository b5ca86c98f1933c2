package jp.careplan.application;

import java.util.List;
import java.util.Optional;

/** The 国保連合会 of the 47 prefectures. */
public interface KokuhoRens {
  /** By number. */
  List<KokuhoRen> all();

  Optional<KokuhoRen> of(String prefecture);

  /** Replaces what is known of one; by an operator who looks after its prefecture. */
  void edit(OperatorSession by, KokuhoRen changed, String reason);
}
