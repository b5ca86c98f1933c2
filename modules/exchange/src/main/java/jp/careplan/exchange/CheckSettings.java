package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import jp.careplan.kernel.DeclaredSettings;
import jp.careplan.kernel.OperatorSetting;

/** What operators change about the check for anyone. */
@ApplicationScoped
class CheckSettings implements DeclaredSettings {
  static final OperatorSetting CHECKS_PER_SOURCE =
      OperatorSetting.number(
          "limits.public-checks", "上限", "だれでも使えるファイルの確認を、1つの接続元が10分に使える回数（ノードごと）", 60, 1, 10_000);

  @Override
  public List<OperatorSetting> settings() {
    return List.of(CHECKS_PER_SOURCE);
  }
}
