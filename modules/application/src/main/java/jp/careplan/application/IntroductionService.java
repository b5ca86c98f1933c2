package jp.careplan.application;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.careplan.kernel.OfficeNumber;

@ApplicationScoped
@Transactional
class IntroductionService implements Introduction {
  @PersistenceContext private EntityManager em;
  @Inject private TerminalService terminals;
  @Inject private UsageApplications applications;
  @Inject private ExchangeSeen exchange;
  @Inject private Clock clock;

  @Override
  public Progress of(OfficeSession by) {
    OfficeNumber office = by.office();
    List<TerminalEntry> registered = terminals.registeredBy(office);
    Map<Step, IntroductionStep> told =
        em.createQuery(
                "select s from IntroductionStep s where s.office = :office", IntroductionStep.class)
            .setParameter("office", office.value())
            .getResultStream()
            .collect(toMap(IntroductionStep::step, it -> it));
    List<State> states =
        Stream.of(Step.values())
            .map(step -> {
              Optional<IntroductionStep> row = Optional.ofNullable(told.get(step));
              boolean done =
                  step.isByHand()
                      ? row.filter(IntroductionStep::isTicked).isPresent()
                      : isKnown(step, office, registered);
              return new State(step, done, row.map(IntroductionStep::told));
            })
            .toList();
    return new Progress(states, registered.stream().anyMatch(it -> it.lastSeenAt().isPresent()));
  }

  @Override
  public Optional<OfficeNumber> practicePartner() {
    return exchange.practicePartner();
  }

  private boolean isKnown(Step step, OfficeNumber office, List<TerminalEntry> registered) {
    return switch (step) {
      case ACCOUNT -> true; // nobody signs in with a temporary password
      case CERTIFICATE ->
          registered.stream().anyMatch(it -> it.usableUntil(clock.instant()).isPresent());
      case APPLICATION -> applications.valid(office).isPresent();
      case FIRST_EXCHANGE -> exchange.hasExchanged(office);
      case PARTNER, SOFTWARE, COMPUTER -> false;
    };
  }

  @Override
  public void tick(OfficeSession by, Step step, boolean done) {
    if (step.isByHand()) {
      row(by.office(), step).tell(done, Source.HAND, List.of(), clock.instant());
    }
  }

  @Override
  public void takeOver(OfficeSession by, Set<Step> ticked) {
    ticked.stream()
        .filter(Step::isByHand)
        .filter(step -> em.find(IntroductionStep.class, key(by.office(), step)) == null)
        .forEach(step -> tick(by, step, true));
  }

  @Override
  public void diagnosed(OfficeSession by, Source source, Map<Check, Boolean> checks) {
    List<Check> failed =
        Stream.of(Check.values()).filter(it -> !checks.getOrDefault(it, true)).toList();
    row(by.office(), Step.COMPUTER).tell(failed.isEmpty(), source, failed, clock.instant());
  }

  private IntroductionStep row(OfficeNumber office, Step step) {
    IntroductionStep.Key key = key(office, step);
    IntroductionStep known = em.find(IntroductionStep.class, key);
    if (known != null) {
      return known;
    }
    var row = new IntroductionStep(key);
    em.persist(row);
    return row;
  }

  private static IntroductionStep.Key key(OfficeNumber office, Step step) {
    return new IntroductionStep.Key(office, step);
  }
}
