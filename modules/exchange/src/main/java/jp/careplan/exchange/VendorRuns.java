package jp.careplan.exchange;

import static jp.careplan.exchange.VendorProblem.NOTHING_PASSED;
import static jp.careplan.exchange.VendorProblem.VENDOR_RUN_GONE;
import static jp.careplan.exchange.VendorTesting.Status.PUBLISHED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.careplan.application.VendorTestPart;
import jp.careplan.exchange.VendorTesting.Run;
import jp.careplan.exchange.VendorTesting.Status;
import jp.careplan.exchange.VendorTesting.Step;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.Sha256;

/** Runs of the vendor test with their steps. */
@ApplicationScoped
@Transactional
class VendorRuns {
  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;

  void add(VendorRun run) {
    em.persist(run);
  }

  Run of(String code) {
    return view(byCode(code));
  }

  private VendorRun byCode(String code) {
    return em.createQuery("select r from VendorRun r where r.codeHash = :hash", VendorRun.class)
        .setParameter("hash", Sha256.hex(code))
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new DomainException(VENDOR_RUN_GONE, ""));
  }

  /** For changing it, nobody else at the same time. */
  VendorRun locked(String id) {
    return Optional.ofNullable(em.find(VendorRun.class, id, LockModeType.PESSIMISTIC_WRITE))
        .orElseThrow(() -> new DomainException(VENDOR_RUN_GONE, ""));
  }

  Run view(String id) {
    return Optional.ofNullable(em.find(VendorRun.class, id))
        .map(this::view)
        .orElseThrow(() -> new DomainException(VENDOR_RUN_GONE, ""));
  }

  /** Those of a mail address that are not published. */
  List<VendorRun> unpublished(String mail) {
    return em.createQuery(
            "select r from VendorRun r where r.mail = :mail and r.status <> :published"
                + " order by r.id",
            VendorRun.class)
        .setParameter("mail", mail)
        .setParameter("published", PUBLISHED)
        .setMaxResults(20)
        .getResultList();
  }

  List<Run> listed(Status status, String after, int most) {
    List<VendorRun> runs =
        em.createQuery(
                "select r from VendorRun r where r.status = :status and r.id > :after"
                    + " order by r.id",
                VendorRun.class)
            .setParameter("status", status)
            .setParameter("after", after)
            .setMaxResults(most)
            .getResultList();
    return views(runs);
  }

  long count(Status status) {
    return em.createQuery("select count(r) from VendorRun r where r.status = :status", Long.class)
        .setParameter("status", status)
        .getSingleResult();
  }

  /** One query for the steps of all. */
  private List<Run> views(List<VendorRun> runs) {
    if (runs.isEmpty()) {
      return List.of();
    }
    Map<String, List<VendorStep>> steps =
        em.createQuery("select s from VendorStep s where s.runId in :runs", VendorStep.class)
            .setParameter("runs", runs.stream().map(VendorRun::id).toList())
            .getResultStream()
            .collect(Collectors.groupingBy(VendorStep::runId));
    return runs.stream().map(run -> view(run, steps.getOrDefault(run.id(), List.of()))).toList();
  }

  private Run view(VendorRun run) {
    return views(List.of(run)).getFirst();
  }

  private static Run view(VendorRun run, List<VendorStep> tried) {
    Map<VendorTestPart, Step> steps =
        tried.stream()
            .flatMap(step -> step.step().stream())
            .collect(Collectors.toMap(Step::part, Function.identity()));
    return new Run(
        run.id(),
        run.product(),
        run.status(),
        run.remark(),
        run.begunAt(),
        run.changedAt(),
        VendorTestPart.all().stream()
            .map(part -> steps.getOrDefault(part, new Step(part, 0, Optional.empty())))
            .toList());
  }

  /** Notes a try; refuses where the run waits or is over. */
  void tried(String id, VendorTestPart part, boolean passed) {
    Instant now = clock.instant();
    locked(id).tried(now);
    VendorStep step = em.find(VendorStep.class, VendorStep.idOf(id, part));
    if (step == null) {
      step = new VendorStep(id, part, now);
      em.persist(step);
    }
    step.tried(passed, now);
  }

  void submit(String code) {
    VendorRun run = locked(byCode(code).id());
    if (view(run).passed().isEmpty()) {
      throw new DomainException(NOTHING_PASSED, "");
    }
    run.submit(clock.instant());
  }

  /**
   * Deletes runs that nobody touched for long; what is published stands in the list.
   *
   * @return how many of at most {@code most}
   */
  int purge(Instant untouchedSince, int most) {
    List<String> ids =
        em.createQuery("select r.id from VendorRun r where r.changedAt < :limit", String.class)
            .setParameter("limit", untouchedSince)
            .setMaxResults(most)
            .getResultList();
    if (ids.isEmpty()) {
      return 0;
    }
    em.createQuery("delete from VendorStep s where s.runId in :ids")
        .setParameter("ids", ids)
        .executeUpdate();
    return em.createQuery("delete from VendorRun r where r.id in :ids")
        .setParameter("ids", ids)
        .executeUpdate();
  }
}
