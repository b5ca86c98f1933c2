package jp.careplan.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import jp.careplan.application.SigningIn.Credentials;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.UserId;

/** The order of steps; passwords are looked at outside any transaction. */
@ApplicationScoped
class OfficeGroupService implements OfficeGroup {
  @Inject private PasswordChecking passwords;
  @Inject private OfficeLinks links;

  @Override
  public List<Member> members(OfficeSession by) {
    by.requireAdministrator();
    return links.members(by.office());
  }

  @Override
  public List<Viewer> viewers(OfficeSession by) {
    by.requireAdministrator();
    return links.viewers(by.office());
  }

  @Override
  public void link(OfficeSession by, Credentials proof) {
    by.requireAdministrator();
    if (new UserId(proof.userId()).office().equals(by.office())) {
      throw new DomainException(GroupProblem.OWN_NUMBER, "");
    }
    links.link(by.user(), passwords.prove(proof));
  }

  @Override
  public void unlink(OfficeSession by, OfficeNumber other) {
    by.requireAdministrator();
    links.remove(by.user(), by.office(), other);
  }

  @Override
  public void shutOut(OfficeSession by, OfficeNumber viewer) {
    by.requireAdministrator();
    links.remove(by.user(), viewer, by.office());
  }
}
