package jp.careplan.application;

import java.util.Optional;
import jp.careplan.kernel.OfficeNumber;

/**
 * What an introduction asks of the exchange. Declared here, answered by a higher module, because
 * the arrows between modules run down.
 */
public interface ExchangeSeen {
  /** Whether it has sent or received a transmission, with whomever. */
  boolean hasExchanged(OfficeNumber office);

  /** 練習用事業所: who answers by itself, where there is one. */
  Optional<OfficeNumber> practicePartner();

  /** Whether this office is there for trying things out, and never takes part. */
  boolean isForTrying(OfficeNumber office);
}
