package jp.careplan.application;

import java.util.Optional;

/** ベンダ試験の結果一覧 as operators keep it. */
public interface CareSoftwareDesk {
  Optional<CareSoftware> of(OperatorSession by, String id);

  /**
   * Enters it, or puts it in the place of the one with its ID.
   *
   * @return its ID
   */
  String publish(OperatorSession by, CareSoftware software, String reason);

  /** Takes it off the list. */
  void takeOff(OperatorSession by, String id, String reason);
}
