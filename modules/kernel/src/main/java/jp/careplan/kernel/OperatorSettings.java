package jp.careplan.kernel;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The values that operators change, with all that was ever decided. Read from what the node
 * remembers; a change empties it here at once, on other nodes within a second.
 */
public interface OperatorSettings {
  /** Somebody decided otherwise. */
  record Change(
      String id, String key, String before, String after, String by, Instant at, String reason) {}

  /** The value in force. */
  String text(OperatorSetting setting);

  int number(OperatorSetting setting);

  /**
   * The value until somebody decides otherwise: what the node's environment gives, or a default.
   */
  String first(OperatorSetting setting);

  /** The value in force with its placeholders filled in. */
  String filled(OperatorSetting setting, Map<String, String> values);

  /** All that modules declare, in their order. */
  List<OperatorSetting> all();

  /** The newest first. */
  List<Change> historyOf(String key, int most);

  /**
   * @param expected the value that whoever changes it has seen; refuses where another was decided
   *     meanwhile
   * @param by who stands in history and trail
   */
  void change(String key, String expected, String typed, String by, String reason);
}
