package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import jp.careplan.exchange.internal.standard.Standard;

/** The transmissions whose people are not indexed yet. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class UnindexedTransmissions {
  /** What failed so often is left alone until somebody asks for it anew. */
  static final int MOST_TRIES = 3;

  @PersistenceContext private EntityManager em;
  @Inject private Transmissions transmissions;
  @Inject private StoredContent content;
  @Inject private People people;

  /** The newest that are left. */
  @SuppressWarnings("unchecked") // one column of text
  List<TransmissionId> some(int most) {
    List<String> ids =
        em.createNativeQuery(
                "SELECT transmission_id FROM exchange_unindexed WHERE tries < ?"
                    + " ORDER BY transmission_id DESC")
            .setParameter(1, MOST_TRIES)
            .setMaxResults(most)
            .getResultList();
    return ids.stream().map(TransmissionId::new).toList();
  }

  /** Indexes one; false where another node did it meanwhile. */
  boolean index(TransmissionId id) {
    int taken =
        em.createNativeQuery("DELETE FROM exchange_unindexed WHERE transmission_id = ?")
            .setParameter(1, id.value())
            .executeUpdate();
    if (taken == 0) {
      return false;
    }
    people.remove(id);
    transmissions
        .find(id)
        .filter(it -> transmissions.hasContent(id))
        .ifPresent(
            it -> people.add(id, it.senderParty(Map.of()), it.recipientParty(Map.of()), read(id)));
    return true;
  }

  private List<jp.careplan.exchange.internal.standard.IndexEntry> read(TransmissionId id) {
    try {
      var files =
          content.open(id, transmissions.files(id)).stream()
              .filter(file -> !Enclosure.isOf(file.name()))
              .map(MemoryFile::new)
              .toList();
      return Standard.load().check(files).index();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // bytes in memory do not fail
    }
  }

  void failed(TransmissionId id) {
    em.createNativeQuery(
            "UPDATE exchange_unindexed SET tries = tries + 1 WHERE transmission_id = ?")
        .setParameter(1, id.value())
        .executeUpdate();
  }
}
