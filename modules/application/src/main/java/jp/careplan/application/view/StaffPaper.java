package jp.careplan.application.view;

import java.util.Optional;
import jp.careplan.application.StaffUsers.Invitation;
import jp.careplan.application.page.JapaneseTime;

/** An invitation on paper as the page shows it once. */
public final class StaffPaper {
  private final Optional<Invitation> invitation;
  private final JapaneseTime time;

  StaffPaper(Optional<Invitation> invitation, JapaneseTime time) {
    this.invitation = invitation;
    this.time = time;
  }

  public boolean isMade() {
    return invitation.isPresent();
  }

  public String getUserId() {
    return invitation.map(it -> it.user().value()).orElse("");
  }

  public String getCode() {
    return invitation.flatMap(Invitation::code).orElse("");
  }

  public String getUntil() {
    return invitation.map(it -> time.moment(it.until())).orElse("");
  }
}
