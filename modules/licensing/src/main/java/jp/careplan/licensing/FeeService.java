package jp.careplan.licensing;

import static jp.careplan.licensing.LicensingProblem.BAD_CAMPAIGN;
import static jp.careplan.licensing.LicensingProblem.BAD_FEE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KernelProblem;

@ApplicationScoped
@Transactional
class FeeService implements FeeSchedule {
  private static final int LONGEST_NAME = 100;

  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;
  @Inject private AuditTrail trail;

  @Override
  public List<Line> lines() {
    return em.createQuery("select f from Fee f order by f.begins desc, f.decidedAt desc", Fee.class)
        .getResultStream()
        .map(Fee::line)
        .toList();
  }

  @Override
  public List<FreePass> campaigns() {
    return em.createQuery("select c from Campaign c order by c.firstDay desc", Campaign.class)
        .getResultStream()
        .map(Campaign::view)
        .toList();
  }

  /** What a year costs that begins on a day. */
  Price priceOn(LocalDate day) {
    Optional<String> free =
        campaigns().stream()
            .filter(campaign -> !campaign.calledOff())
            .filter(campaign -> !day.isBefore(campaign.firstDay()))
            .filter(campaign -> !day.isAfter(campaign.lastDay()))
            .map(FreePass::name)
            .findFirst();
    return free.map(name -> new Price(0, name)).orElseGet(() -> new Price(feeOn(day), ""));
  }

  private int feeOn(LocalDate day) {
    return lines().stream()
        .filter(line -> !line.begins().isAfter(day))
        .max(Comparator.comparing(Line::begins).thenComparing(Line::decidedAt))
        .map(Line::yen)
        .orElse(0);
  }

  @Override
  public void decide(LocalDate begins, int yen, String actor) {
    decide(begins, yen, new Actor(actor));
  }

  void decide(LocalDate begins, int yen, Actor actor) {
    if (yen < 0 || !begins.isAfter(LocalDate.now(clock))) {
      throw new DomainException(BAD_FEE, "");
    }
    em.persist(new Fee(begins, yen, clock.instant(), actor.name()));
    trail.append(actor.did("fee-decided", "", begins + " " + yen));
  }

  @Override
  public void announce(String name, LocalDate firstDay, LocalDate lastDay, String actor) {
    announce(name, firstDay, lastDay, new Actor(actor));
  }

  void announce(String name, LocalDate firstDay, LocalDate lastDay, Actor actor) {
    if (name.isBlank() || name.length() > LONGEST_NAME || lastDay.isBefore(firstDay)) {
      throw new DomainException(BAD_CAMPAIGN, "");
    }
    em.persist(new Campaign(name, firstDay, lastDay, clock.instant(), actor.name()));
    trail.append(actor.did("campaign-announced", "", firstDay + " " + lastDay));
  }

  @Override
  public void callOff(String campaignId, String actor) {
    callOff(campaignId, new Actor(actor));
  }

  void callOff(String campaignId, Actor actor) {
    var campaign = em.find(Campaign.class, campaignId);
    if (campaign == null) {
      throw new DomainException(KernelProblem.NOT_FOUND, "");
    }
    campaign.callOff();
    trail.append(actor.did("campaign-called-off", "", campaignId));
  }
}
