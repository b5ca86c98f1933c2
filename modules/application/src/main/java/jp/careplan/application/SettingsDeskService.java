package jp.careplan.application;

import static jp.careplan.application.OperatorRole.AUDITOR;
import static jp.careplan.application.OperatorRole.OPERATOR;
import static jp.careplan.kernel.KernelProblem.NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OperatorSettings;

@ApplicationScoped
@Transactional
class SettingsDeskService implements SettingsDesk {
  private static final int HISTORY = 50;

  @Inject private OperatorSettings settings;

  @Override
  public List<State> all(OperatorSession by) {
    by.requireWholeCountry(OPERATOR, AUDITOR);
    return settings.all().stream()
        .map(it -> new State(it, settings.text(it), settings.first(it), List.of()))
        .toList();
  }

  @Override
  public State stateOf(OperatorSession by, String key) {
    by.requireWholeCountry(OPERATOR, AUDITOR);
    return settings.all().stream()
        .filter(it -> it.key().equals(key))
        .findFirst()
        .map(it ->
            new State(it, settings.text(it), settings.first(it), settings.historyOf(key, HISTORY)))
        .orElseThrow(() -> new DomainException(NOT_FOUND, ""));
  }

  @Override
  public void change(OperatorSession by, String key, String expected, String typed, String reason) {
    by.requireWholeCountry(OPERATOR);
    settings.change(key, expected, typed, by.operator().value(), OperatorSession.reason(reason));
  }
}
