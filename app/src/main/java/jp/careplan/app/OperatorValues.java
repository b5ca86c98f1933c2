package jp.careplan.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import jp.careplan.application.HouseOperator;
import jp.careplan.application.TermsOfUse;
import jp.careplan.licensing.FeeSchedule;
import jp.careplan.licensing.FeeSchedule.Line;
import jp.careplan.support.SiteValues;

/** Tells the help pages what settings and licensing know. */
@ApplicationScoped
class OperatorValues implements SiteValues {
  @Inject private HouseOperator operator;
  @Inject private FeeSchedule fees;
  @Inject private TermsOfUse terms;
  @Inject private Clock clock;

  @Override
  public String operatorName() {
    return operator.getName();
  }

  @Override
  public String phone() {
    return operator.getPhone();
  }

  @Override
  public String hours() {
    return operator.getHours();
  }

  @Override
  public String terms() {
    return terms.present().text();
  }

  @Override
  public String fee() {
    LocalDate today = LocalDate.now(clock);
    boolean free =
        fees.campaigns().stream()
            .filter(it -> !it.calledOff())
            .anyMatch(it -> !today.isBefore(it.firstDay()) && !today.isAfter(it.lastDay()));
    return line().map(line -> yearly(line.yen()) + (free ? "、いまは無料の期間" : "")).orElse("");
  }

  @Override
  public int yearlyFee() {
    return line().map(Line::yen).orElse(0);
  }

  private Optional<Line> line() {
    LocalDate today = LocalDate.now(clock);
    return fees.lines().stream()
        .filter(line -> !line.begins().isAfter(today))
        .max(Comparator.comparing(Line::begins).thenComparing(Line::decidedAt));
  }

  private static String yearly(int yen) {
    return yen == 0 ? "無料" : String.format(Locale.JAPAN, "1つの事業所番号につき年%,d円（税込み）", yen);
  }
}
