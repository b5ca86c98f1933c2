package jp.careplan.application.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.SessionProfile;
import jp.careplan.application.TermsOfUse;
import jp.careplan.kernel.OfficeNumber;

/** Where a fresh login goes first. */
@ApplicationScoped
class Entrance {
  @Inject private TermsOfUse terms;
  @Inject private SessionProfile profile;

  /** New terms of use come before everything else, for those who can agree. */
  String of(OfficeSession session) {
    boolean wanted = session.rights().administers() && terms.wantedOf(session.office()).isPresent();
    return wanted && isParticipant(session.office()) ? "/account/terms" : home(session);
  }

  /** Who has not joined agrees when it applies. */
  boolean isParticipant(OfficeNumber office) {
    return !profile.licenceOf(office).state().equals("NONE");
  }

  static String home(OfficeSession session) {
    return session.seesCareData() ? "/office/home" : "/account/home";
  }
}
