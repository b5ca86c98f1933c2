package jp.careplan.application;

import static jp.careplan.kernel.OperatorSetting.line;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jp.careplan.kernel.OpeningHours;
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

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("M月d日(E) H:mm", Locale.JAPANESE);

  @Inject private OperatorSettings settings;
  @Inject private OpeningHours opening;

  /** Empty text where nobody has given it; the same of the others. */
  public String getName() {
    return settings.text(NAME);
  }

  public String getPhone() {
    return settings.text(PHONE);
  }

  public String getHours() {
    return opening.words();
  }

  /** Whether somebody answers now, and when again; empty where the hours do not tell. */
  public String getNow() {
    return opening.now().map(HouseOperator::words).orElse("");
  }

  public boolean isOpen() {
    return opening.now().map(OpeningHours.State::open).orElse(false);
  }

  private static String words(OpeningHours.State state) {
    return state.open()
        ? state.changes().map(it -> "いま受付中（" + TIME.format(it) + "まで）").orElse("いま受付中")
        : state.changes().map(it -> "いまは時間外（次は" + DAY_AND_TIME.format(it) + "から）").orElse("いまは時間外");
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
