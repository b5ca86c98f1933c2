package jp.careplan.application;

import static jp.careplan.application.OperatorRole.AUDITOR;
import static jp.careplan.application.OperatorRole.HELPDESK;
import static jp.careplan.application.OperatorRole.OPERATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.careplan.kernel.AuditReading;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.OfficeNumber;

@ApplicationScoped
@Transactional
class TrailDeskService implements TrailDesk {
  @Inject private AuditReading reading;
  @Inject private AuditTrail trail;
  @Inject private SubjectNames names;
  @Inject private Clock clock;

  @Override
  public List<AuditReading.Line> read(
      OperatorSession by, Filter filter, Optional<AuditReading.Mark> after, int most) {
    by.require(AUDITOR, OPERATOR);
    return reading.read(
        new AuditReading.Filter(
            filter.office(),
            filter.actor(),
            filter.action(),
            names.subject(filter.subject()).orElse(filter.subject()),
            by.prefectures(),
            filter.from().map(this::midnight),
            filter.until().map(day -> midnight(day.plusDays(1)))),
        after,
        most);
  }

  private Instant midnight(LocalDate day) {
    return day.atStartOfDay(clock.getZone()).toInstant();
  }

  @Override
  public Map<String, String> names(List<AuditReading.Line> lines) {
    return names.of(lines.stream().map(it -> it.entry().subject()).toList());
  }

  @Override
  public List<AuditReading.Line> newestOf(OperatorSession by, OfficeNumber office, int most) {
    by.requireFor(office, OPERATOR, HELPDESK, AUDITOR);
    return reading.read(
        new AuditReading.Filter(
            office.value(), "", "", "", Set.of(), Optional.empty(), Optional.empty()),
        Optional.empty(),
        most);
  }

  @Override
  public void exported(OperatorSession by, Filter filter) {
    by.require(AUDITOR, OPERATOR);
    String office = OfficeNumber.isValid(filter.office()) ? filter.office() : "";
    trail.append(new AuditTrail.Entry(by.operator().value(), office, "trail-exported", "trail"));
  }
}
