package jp.careplan.application;

import static jp.careplan.application.CareSoftwareProblem.NO_SUCH_SOFTWARE;
import static jp.careplan.application.CareSoftwareProblem.SOFTWARE_INCOMPLETE;
import static jp.careplan.application.OperatorRole.HELPDESK;
import static jp.careplan.application.OperatorRole.OPERATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;

@ApplicationScoped
@Transactional
class CareSoftwareService implements CareSoftwareList, CareSoftwareDesk {
  /** More products than there are makers in the country. */
  private static final int MOST = 2000;

  @PersistenceContext private EntityManager em;
  @Inject private AuditTrail trail;

  @Override
  public List<CareSoftware> all() {
    return em.createQuery(
            "select s from CareSoftwareRow s order by s.name, s.id", CareSoftwareRow.class)
        .setMaxResults(MOST)
        .getResultStream()
        .map(CareSoftwareRow::entry)
        .toList();
  }

  @Override
  public List<CareSoftware> find(String words, Optional<VendorTestPart.Kind> kind) {
    List<String> wanted =
        Arrays.stream(folded(words).split("\\s+")).filter(word -> !word.isEmpty()).toList();
    return all().stream()
        .filter(it -> {
          String text = folded(it.name() + " " + it.productVersion() + " " + it.maker());
          return wanted.stream().allMatch(text::contains);
        })
        .filter(it ->
            kind.isEmpty() || it.passed().stream().anyMatch(part -> part.kind() == kind.get()))
        .toList();
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  @Override
  public void enter(List<CareSoftware> software) {
    if (all().isEmpty()) {
      software.forEach(it -> em.persist(new CareSoftwareRow(it)));
    }
  }

  @Override
  public Optional<CareSoftware> of(OperatorSession by, String id) {
    by.require(OPERATOR, HELPDESK);
    return Optional.ofNullable(em.find(CareSoftwareRow.class, id)).map(CareSoftwareRow::entry);
  }

  @Override
  public String publish(OperatorSession by, CareSoftware software, String reason) {
    by.requireWholeCountry(OPERATOR);
    String kept = OperatorSession.reason(reason);
    requireComplete(software);
    CareSoftwareRow row;
    if (software.id().isEmpty()) {
      row = new CareSoftwareRow(software);
      em.persist(row);
    } else {
      row = require(software.id());
      row.edit(software);
    }
    note(by, "care-software-published", row.id(), kept);
    return row.id();
  }

  @Override
  public void takeOff(OperatorSession by, String id, String reason) {
    by.requireWholeCountry(OPERATOR);
    String kept = OperatorSession.reason(reason);
    em.remove(require(id));
    note(by, "care-software-taken-off", id, kept);
  }

  private CareSoftwareRow require(String id) {
    return Optional.ofNullable(em.find(CareSoftwareRow.class, id))
        .orElseThrow(() -> new DomainException(NO_SUCH_SOFTWARE, ""));
  }

  private static void requireComplete(CareSoftware it) {
    boolean missing =
        Stream.of(it.name(), it.maker(), it.csvVersion()).anyMatch(String::isBlank)
            || (it.passed().isEmpty() && it.tested().isBlank());
    boolean tooLong =
        it.name().length() > 100
            || it.maker().length() > 100
            || it.productVersion().length() > 60
            || it.csvVersion().length() > 20
            || it.tested().length() > 200
            || it.note().length() > 500;
    if (missing || tooLong) {
      throw new DomainException(SOFTWARE_INCOMPLETE, "");
    }
  }

  private void note(OperatorSession by, String action, String id, String reason) {
    trail.append(new AuditTrail.Entry(by.operator().value(), "", action, id, reason));
  }
}
