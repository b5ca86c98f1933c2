package jp.careplan.exchange.internal.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesTest {
  static Stream<Arguments> samples() {
    return Stream.of(
        Arguments.of("plan-forms-1-2-3", "U1", UnitKind.PLAN, 1),
        Arguments.of("use-forms-6-7", "U2", UnitKind.PLAN, 1),
        Arguments.of("delete-form-6", "U4", UnitKind.DELETE, 1),
        Arguments.of("result", "U5", UnitKind.RESULT, 2),
        Arguments.of("prevention-plan-and-basic", "P2", UnitKind.PLAN, 1),
        Arguments.of("old-use-202208", "U2", UnitKind.PLAN, 1));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void findsNothingInAValidBundle(String sample, String unit, UnitKind kind, int persons) {
    var reports = Bundle.sample(sample).checkGroups();

    assertEquals(1, reports.size());
    var report = reports.getFirst();
    assertEquals(List.of(), report.findings());
    assertEquals(unit, report.unit().orElseThrow());
    assertEquals(kind, report.kind().orElseThrow());
    assertEquals(persons, report.persons().size());
  }
}
