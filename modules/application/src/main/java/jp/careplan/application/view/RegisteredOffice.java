package jp.careplan.application.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.IdQuestion;
import jp.careplan.application.OfficeDesk;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeProfile;
import jp.careplan.application.OperatorSession;
import jp.careplan.kernel.KjUserId;
import jp.careplan.kernel.OfficeNumber;

/**
 * What is registered of the office that somebody without an ID asks for. Nothing of the question is
 * proven, so a letter goes to the registered address wherever there is one.
 */
@ApplicationScoped
class RegisteredOffice {
  @Inject private OfficeDirectory offices;
  @Inject private OfficeDesk desk;

  Optional<OfficeProfile> profile(IdQuestion question) {
    return offices.profileOf(new OfficeNumber(question.officeNumber()));
  }

  List<KjUserId> users(OperatorSession by, IdQuestion question) {
    var number = new OfficeNumber(question.officeNumber());
    return offices.profileOf(number).isEmpty()
        ? List.of()
        : desk.stateOf(by, number).accounts().stream()
            .map(account -> account.user().account())
            .toList();
  }

  /** Address and name, a line each. */
  String addressee(IdQuestion question) {
    Optional<OfficeProfile> known = profile(question).filter(it -> !it.address().isBlank());
    return known.map(OfficeProfile::address).orElse(question.address())
        + "\n"
        + known.map(OfficeProfile::name).orElse(question.officeName())
        + "　御中";
  }
}
