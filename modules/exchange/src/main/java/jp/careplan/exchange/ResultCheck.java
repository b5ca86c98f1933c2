package jp.careplan.exchange;

import static jp.careplan.exchange.ExchangeProblem.RESULT_LACKS_PEOPLE;
import static jp.careplan.exchange.ExchangeProblem.RESULT_LACKS_SATELLITE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.careplan.exchange.internal.standard.IndexEntry;
import jp.careplan.kernel.ServiceMonth;

/**
 * 実績 that is sent again without somebody, or a satellite, of the last one: told, never refused. A
 * correction may be meant to hold a few people alone; a forgotten export looks the same.
 */
@ApplicationScoped
class ResultCheck {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");

  @Inject private People people;
  @Inject private Clock clock;

  /**
   * @param file name of the file that the findings are of
   */
  @Transactional
  List<Finding> lacking(
      Party sender, Party recipient, ServiceMonth month, List<IndexEntry> index, String file) {
    Optional<People.Result> last = people.lastResult(sender, recipient, month);
    return last.map(it -> lacking(it, index, file)).orElse(List.of());
  }

  private List<Finding> lacking(People.Result last, List<IndexEntry> index, String file) {
    Set<String> people = new HashSet<>(last.people());
    index.forEach(it -> people.remove(last.hashOf(it.person())));
    Set<String> satellites = new HashSet<>(last.satellites());
    satellites.removeAll(
        index.stream().map(it -> it.part().satellite()).collect(Collectors.toSet()));
    String before = "前回（" + DAY.format(last.at().atZone(clock.getZone())) + "に送信）の実績に";
    List<Finding> findings = new ArrayList<>();
    if (!people.isEmpty()) {
      findings.add(
          finding(file, RESULT_LACKS_PEOPLE, before + "いた利用者のうち、" + people.size() + "人が入っていません。"));
    }
    if (!satellites.isEmpty()) {
      findings.add(finding(file, RESULT_LACKS_SATELLITE, before + "あったサテライトの分が、入っていません。"));
    }
    return findings;
  }

  private static Finding finding(String file, ExchangeProblem problem, String message) {
    return new Finding(
        file,
        null,
        null,
        null,
        problem.code(),
        Severity.WARNING,
        message,
        problem.remedy(),
        Optional.empty());
  }
}
