package jp.careplan.application;

import java.util.List;
import jp.careplan.kernel.OperatorSetting;
import jp.careplan.kernel.OperatorSettings.Change;

/** 設定: what operators change while the house runs, for those who look after the whole country. */
public interface SettingsDesk {
  /**
   * A setting and its value in force.
   *
   * @param first the value until somebody decided otherwise
   * @param history the decisions about it, the newest first
   */
  record State(OperatorSetting setting, String value, String first, List<Change> history) {}

  /** All that modules declare, in their order; without their history. */
  List<State> all(OperatorSession by);

  State stateOf(OperatorSession by, String key);

  /**
   * @param expected the value that the operator has seen
   */
  void change(OperatorSession by, String key, String expected, String typed, String reason);
}
