package jp.careplan.exchange.internal.standard;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import jp.careplan.exchange.internal.standard.Breakages.Breakage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryRuleTest {
  static List<Breakage> breakages() {
    return Breakages.all();
  }

  @ParameterizedTest
  @MethodSource("breakages")
  void tellsWhatIsBrokenAndWhere(Breakage breakage) {
    var report = breakage.bundle().check();

    boolean told =
        report.findings().stream()
            .anyMatch(f ->
                f.code().equals(breakage.code())
                    && f.file().equals(breakage.file())
                    && Objects.equals(f.line(), breakage.line())
                    && Objects.equals(f.column(), breakage.column()));
    assertTrue(told, () -> breakage + " not among " + report.findings());
  }

  @ParameterizedTest
  @MethodSource("breakages")
  void refusesWhatBreaksAFatalRuleOrAnErrorRule(Breakage breakage) {
    boolean refuses =
        Standard.load().rules().stream()
            .filter(r -> r.code().equals(breakage.code()))
            .anyMatch(r -> r.severity() != jp.careplan.exchange.Severity.WARNING);

    var verdict = breakage.bundle().check().verdict();

    assertTrue(!refuses || verdict == UnitReport.Verdict.REFUSED);
  }

  @Test
  void everyRuleOfTheTableIsBrokenSomewhere() {
    var broken = breakages().stream().map(Breakage::code).collect(toCollection(TreeSet::new));

    var all = Standard.load().rules().stream().map(Rule::code).collect(toCollection(TreeSet::new));

    assertEquals(all, broken);
  }

  @Test
  void noMessageSaysWhatWasFound() {
    var report = Bundle.slip().set("UPHOSOKU", 1, 7, "秘").check();

    assertTrue(
        report.findings().stream().noneMatch(f -> (f.message() + f.remedy() + f).contains("秘")));
  }
}
