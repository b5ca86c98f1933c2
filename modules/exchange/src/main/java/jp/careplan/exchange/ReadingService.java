package jp.careplan.exchange;

import static java.lang.System.Logger.Level.WARNING;
import static jp.careplan.exchange.ExchangeProblem.NO_SUCH_PERSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.careplan.application.OfficeSession;
import jp.careplan.exchange.internal.form.Form;
import jp.careplan.exchange.internal.form.Person;
import jp.careplan.exchange.internal.form.UnitForms;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;

@ApplicationScoped
@Transactional
class ReadingService implements Reading {
  private static final System.Logger LOG = System.getLogger(ReadingService.class.getName());

  @Inject private Transmissions transmissions;
  @Inject private TransmissionViews views;
  @Inject private StoredContent content;
  @Inject private Versions versions;
  @Inject private AuditTrail trail;

  @Override
  public Opened open(OfficeSession by, TransmissionId id, Look look, int position) {
    Transmission transmission = transmissions.require(id, by);
    transmission.requireOpenTo(by);
    if (transmission.unit().equals(Enclosure.UNIT)) {
      throw new DomainException(NO_SUCH_PERSON, "メッセージだけの送信です。");
    }
    UnitForms unit = read(id);
    if (position != 0 && unit.person(position).isEmpty()) {
      throw new DomainException(NO_SUCH_PERSON, "");
    }
    trail.append(
        new AuditTrail.Entry(
            by.user().value(), by.office().value(), look.action(), subject(id, position)));
    return new Opened(views.summary(transmission), unit);
  }

  /** Whoever may open the transmission finds the person by it; to others it tells nothing. */
  private static String subject(TransmissionId id, int position) {
    return position == 0 ? id.value() : id.value() + "/" + position;
  }

  @Override
  public List<Person> named(OfficeSession by, TransmissionId id, List<Person> people) {
    Transmission transmission = transmissions.require(id, by);
    transmission.requireOpenTo(by);
    List<Person> named = people;
    for (Transmission plan : transmissions.plansOf(transmission)) {
      if (named.stream().noneMatch(it -> it.name().isEmpty())) {
        break;
      }
      if (plan.isOpenTo(by)) {
        named = readable(plan.id()).map(naming(named)).orElse(named);
      }
    }
    return named;
  }

  private static Function<UnitForms, List<Person>> naming(List<Person> people) {
    return plan -> plan.naming(people);
  }

  @Override
  public Optional<Form> compared(
      OfficeSession by, TransmissionId id, Person person, UnitForms unit) {
    Transmission transmission = transmissions.require(id, by);
    transmission.requireOpenTo(by);
    return transmissions.plansOf(transmission).stream()
        .filter(it -> it.isOpenTo(by))
        .flatMap(it -> readable(it.id()).stream())
        .flatMap(it -> unit.compared(person, it).stream())
        .findFirst();
  }

  @Override
  public List<Form> sinceBefore(
      OfficeSession by, TransmissionId id, Person person, UnitForms unit) {
    Transmission transmission = transmissions.require(id, by);
    transmission.requireOpenTo(by);
    return versions.of(by, id).stream()
        .filter(it -> it.place() == person.position() && !it.deletes())
        .flatMap(it -> it.before().stream())
        .filter(Versions.Elsewhere::open)
        .findFirst()
        .flatMap(it -> readable(it.id()))
        .map(it -> unit.since(person, it))
        .orElse(List.of());
  }

  /** What cannot be opened is no reason to keep another one's forms back. */
  private Optional<UnitForms> readable(TransmissionId id) {
    try {
      return Optional.of(read(id));
    } catch (DomainException e) { // kept long enough
      return Optional.empty();
    } catch (IllegalStateException e) {
      LOG.log(WARNING, "nothing to compare with: cannot open transmission=" + id, e);
      return Optional.empty();
    }
  }

  private UnitForms read(TransmissionId id) {
    return UnitForms.of(
        content.open(id, transmissions.files(id)).stream()
            .filter(file -> !Enclosure.isOf(file.name()))
            .map(MemoryFile::new)
            .toList());
  }
}
