package jp.careplan.application.view;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.Optional;
import jp.careplan.application.OperatorSession;
import jp.careplan.kernel.TimeOrderedId;
import org.jspecify.annotations.Nullable;

/** The file of accounts that an operator has laid here. */
@SessionScoped
class ImportDesk implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String token = TimeOrderedId.next();
  private transient @Nullable ImportJob job;
  private String owner = "";

  /** Known to this operator's page alone: who lays a file here must name it. */
  String token() {
    return token;
  }

  synchronized void put(OperatorSession by, ImportJob laid) {
    owner = by.operator().value();
    job = laid;
  }

  /** What another operator left in this browser is nobody's business. */
  synchronized Optional<ImportJob> jobOf(OperatorSession by) {
    return owner.equals(by.operator().value()) ? Optional.ofNullable(job) : Optional.empty();
  }

  synchronized void clear() {
    job = null;
  }
}
