package jp.careplan.application;

import static jp.careplan.kernel.KernelProblem.BAD_REQUEST;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;

@ApplicationScoped
@Transactional
class ToldSoftwareService implements ToldSoftware {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_EDITION = 40;

  @PersistenceContext private EntityManager em;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;

  @Override
  public Optional<Told> of(OfficeNumber office) {
    return Optional.ofNullable(em.find(ToldSoftwareRow.class, office.value()))
        .map(ToldSoftwareRow::told);
  }

  @Override
  public Map<OfficeNumber, Told> ofAll(Collection<OfficeNumber> offices) {
    if (offices.isEmpty()) {
      return Map.of();
    }
    return em.createQuery(
            "select s from ToldSoftwareRow s where s.office in :offices", ToldSoftwareRow.class)
        .setParameter("offices", offices.stream().map(OfficeNumber::value).toList())
        .getResultStream()
        .collect(Collectors.toMap(ToldSoftwareRow::office, ToldSoftwareRow::told));
  }

  @Override
  public void tell(OfficeSession by, String name, String edition) {
    by.requireAdministrator();
    if (name.length() > LONGEST_NAME || edition.length() > LONGEST_EDITION) {
      throw new DomainException(BAD_REQUEST, "介護ソフトの名前は100文字まで、版は40文字までです。");
    }
    ToldSoftwareRow known = em.find(ToldSoftwareRow.class, by.office().value());
    if (name.isBlank()) {
      Optional.ofNullable(known).ifPresent(em::remove);
    } else {
      ToldSoftwareRow row =
          Optional.ofNullable(known)
              .orElseGet(() -> new ToldSoftwareRow(by.office(), clock.instant()));
      row.tell(name.strip(), edition.strip(), clock.instant());
      em.persist(row);
    }
    trail.append(
        new AuditTrail.Entry(
            by.user().value(), by.office().value(), "software-told", by.office().value()));
  }
}
