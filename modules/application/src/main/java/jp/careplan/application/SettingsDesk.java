package jp.careplan.application;

import java.util.List;
import jp.careplan.kernel.OperatorSetting;
import jp.careplan.kernel.OperatorSettings.Change;

/** 設定: what operators change while the house runs, for those who look after the whole country. */
public interface SettingsDesk {
  /** A setting, its value in force, and the decisions about it, the newest first. */
  record State(OperatorSetting setting, String value, List<Change> history) {}

  /** All that modules declare, in their order; without their history. */
  List<State> all(OperatorSession by);

  State stateOf(OperatorSession by, String key);

  /**
   * @param expected the value that the operator has seen
   */
  void change(OperatorSession by, String key, String expected, String typed, String reason);
}
