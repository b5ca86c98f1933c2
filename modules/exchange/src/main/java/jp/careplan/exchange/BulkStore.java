package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import jp.careplan.application.OfficeSession;

/** The transactions of what is received together, one a transmission. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class BulkStore {
  @Inject private Transmissions transmissions;
  @Inject private TransmissionViews views;
  @Inject private ReceivingService receiving;

  List<TransmissionSummary> summaries(OfficeSession by, List<TransmissionId> ids) {
    return views.summaries(transmissions.requireAll(ids, by));
  }

  List<OfferedFile> take(OfficeSession by, TransmissionId id) {
    return receiving.take(by, id);
  }

  void noteSaved(OfficeSession by, TransmissionId id) {
    receiving.noteSaved(by, id);
  }
}
