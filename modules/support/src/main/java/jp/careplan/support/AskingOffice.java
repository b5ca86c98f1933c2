package jp.careplan.support;

import java.util.Optional;
import jp.careplan.kernel.OfficeNumber;

/** Who asks, as far as the house knows it; the portal itself signs nobody in. */
public interface AskingOffice {
  /** The office that is signed in. */
  Optional<OfficeNumber> office();

  /** The office whose page at the desk is shown to an operator who may look at it. */
  Optional<OfficeNumber> lookedAt();
}
