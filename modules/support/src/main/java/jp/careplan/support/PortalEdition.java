package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * What the portal's pages are made of, as one value: while it is equal and the minute is the same,
 * so is every page that asks nothing else of its visitor than its address.
 */
@ApplicationScoped
public class PortalEdition {
  @Inject private Texts texts;
  @Inject private SiteValues site;
  @Inject private Reception reception;

  /** To be compared, and not looked into. */
  public Object now() {
    return List.of(
        texts.revision(),
        texts.values(),
        site.yearlyFee(),
        site.terms(),
        reception.isKnown(),
        reception.isOpen(),
        reception.openWords());
  }
}
