package jp.careplan.application;

import java.util.List;
import java.util.Optional;
import jp.careplan.application.ApplicationForm.Description;
import jp.careplan.application.ApplicationForm.Fault;
import jp.careplan.kernel.OfficeNumber;

/** 届け出: what an office that takes part tells later. */
public interface Reporting {
  /** Faults of a description before it is sent. */
  List<Fault> faultsOf(OfficeNumber office, Description typed);

  /** 変更: completed at once, or waiting for a review. */
  ApplicationSummary change(OfficeSession by, Description description);

  /** Everything else that needs no form: renewal, suspension, resumption, closing, termination. */
  ApplicationSummary report(OfficeSession by, ApplicationKind kind);

  /** All that the office ever sent, the newest first. */
  List<ApplicationSummary> history(OfficeNumber office);

  /** The number that took the place of this one. */
  Optional<OfficeNumber> successorOf(OfficeNumber office);
}
