package jp.careplan.application;

import static jp.careplan.kernel.OperatorSetting.line;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import jp.careplan.kernel.OperatorSetting;
import jp.careplan.kernel.OperatorSettings;

/** 運営者: who runs this house, as feet of pages, letters and mails name them. */
@Named("operator")
@ApplicationScoped
public class HouseOperator {
  private static final String GROUP = "運営者（画面と手紙の終わりに出ます）";
  private static final int LONGEST = 100;

  static final OperatorSetting NAME =
      line("operator.name", GROUP, "名前", "", LONGEST).or("careplan.operator.name");
  static final OperatorSetting PHONE =
      line("operator.phone", GROUP, "電話", "", LONGEST).or("careplan.operator.phone");
  static final OperatorSetting HOURS =
      line("operator.hours", GROUP, "受付時間", "", LONGEST).or("careplan.operator.hours");

  @Inject private OperatorSettings settings;

  /** Empty text where nobody has given it; the same of the others. */
  public String getName() {
    return settings.text(NAME);
  }

  public String getPhone() {
    return settings.text(PHONE);
  }

  public String getHours() {
    return settings.text(HOURS);
  }

  public boolean isKnown() {
    return !getName().isEmpty() || !getPhone().isEmpty();
  }

  /** The name under a paper. */
  public String getSigned() {
    return getName().isEmpty() ? "ケアプランデータ連携" : getName();
  }

  /** The foot of a letter of that day. */
  public List<String> sender(String day) {
    String phone = getPhone().isEmpty() ? "" : "電話 " + getPhone();
    return Stream.of(day, getSigned(), phone).filter(line -> !line.isEmpty()).toList();
  }
}
