package jp.careplan.application;

import java.util.List;
import java.util.Set;

/** The operators, looked after by an operator for the whole country. */
public interface OperatorAccounts {
  /**
   * One of them.
   *
   * @param ready whether password and authenticator app are set up
   * @param sessions how many sessions run
   */
  record Entry(
      OperatorId operator,
      Set<OperatorRole> roles,
      Set<String> prefectures,
      boolean enabled,
      boolean ready,
      long sessions) {}

  List<Entry> all(OperatorSession by);

  /**
   * @return the one-time way to set up; lives 24 hours
   */
  String add(
      OperatorSession by,
      OperatorId operator,
      Set<OperatorRole> roles,
      Set<String> prefectures,
      String reason);

  void change(
      OperatorSession by,
      OperatorId operator,
      Set<OperatorRole> roles,
      Set<String> prefectures,
      String reason);

  /** Sessions end at once. */
  void disable(OperatorSession by, OperatorId operator, String reason);

  void enable(OperatorSession by, OperatorId operator, String reason);

  /** For whoever lost phone or password: old ones are worth nothing, sessions end. */
  String reset(OperatorSession by, OperatorId operator, String reason);

  void endSessions(OperatorSession by, OperatorId operator, String reason);
}
