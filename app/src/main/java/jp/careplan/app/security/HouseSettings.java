package jp.careplan.app.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import jp.careplan.kernel.DeclaredSettings;
import jp.careplan.kernel.OperatorSetting;

/** What operators change around the doors of the house. */
@ApplicationScoped
class HouseSettings implements DeclaredSettings {
  static final OperatorSetting REQUESTS_PER_MINUTE =
      OperatorSetting.number(
              "limits.requests-per-minute", "上限", "1つの事業所が1分に送れる要求の数（回、ノードごと）", 600, 10, 100_000)
          .or("careplan.limits.requests-per-minute");

  @Override
  public List<OperatorSetting> settings() {
    return List.of(REQUESTS_PER_MINUTE);
  }
}
