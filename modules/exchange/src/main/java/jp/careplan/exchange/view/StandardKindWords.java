package jp.careplan.exchange.view;

import jakarta.enterprise.context.ApplicationScoped;
import jp.careplan.application.page.KindWords;
import jp.careplan.kernel.ServiceKind;

/** The names of the standard's table of kinds. */
@ApplicationScoped
class StandardKindWords implements KindWords {
  @Override
  public String of(ServiceKind kind) {
    return Words.serviceKind(kind.value());
  }
}
