package jp.careplan.exchange.view;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import jp.careplan.application.page.KindWords;
import jp.careplan.exchange.internal.standard.Standard;
import jp.careplan.kernel.ServiceKind;

/** The names of the standard's table of kinds. */
@ApplicationScoped
class StandardKindWords implements KindWords {
  @Override
  public String of(ServiceKind kind) {
    return Words.serviceKind(kind.value());
  }

  @Override
  public List<Group> exchanged() {
    Standard standard = Standard.load();
    return List.of(
        group("ケアプランを作る事業所", standard.plannerKinds()),
        group("介護サービス", standard.serviceKinds(false)),
        group("介護予防と総合事業", standard.serviceKinds(true)));
  }

  private static Group group(String title, List<String> codes) {
    return new Group(title, codes.stream().map(ServiceKind::new).toList());
  }
}
