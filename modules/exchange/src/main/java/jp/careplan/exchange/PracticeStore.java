package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import jp.careplan.kernel.OfficeNumber;

/** What the practice partner has to do. */
@ApplicationScoped
@Transactional
class PracticeStore {
  @PersistenceContext private EntityManager em;
  @Inject private TransmissionViews views;

  /** Neither reported as taken in nor taken back; oldest first. */
  List<TransmissionSummary> unanswered(OfficeNumber office, int most) {
    return views.summaries(
        em.createQuery(
                "select t from Transmission t where t.recipient = :office and t.status in :states"
                    + " order by t.inboxNumber",
                Transmission.class)
            .setParameter("office", office.value())
            .setParameter(
                "states",
                List.of(
                    TransmissionStatus.SENT,
                    TransmissionStatus.RECEIVED,
                    TransmissionStatus.DOWNLOADED))
            .setMaxResults(most)
            .getResultList());
  }
}
