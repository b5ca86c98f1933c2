package jp.careplan.application;

import java.util.Set;

/** Operators by a command on the server, where nobody is signed in yet. */
public interface OperatorRegistration {
  /**
   * @return the one-time way to set up; lives 24 hours
   */
  String add(OperatorId operator, Set<OperatorRole> roles, Set<String> prefectures);

  /** A new way to set up for whoever lost phone or password; sessions end. */
  String reset(OperatorId operator);

  /** For trying out: set up already; nothing happens where there is such an operator. */
  void addForTrial(OperatorId operator, String password, String key);
}
