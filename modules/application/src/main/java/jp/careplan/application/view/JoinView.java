package jp.careplan.application.view;

import static jp.careplan.application.StaffProblem.INVITATION_OVER;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import jp.careplan.application.Joining;
import jp.careplan.application.Joining.Invited;
import jp.careplan.application.page.PageMessages;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.UserId;

/** Where an invitation leads, by its address or by the code on its paper. */
@Named
@RequestScoped
public class JoinView {
  @Inject private Joining joining;

  private final NewPassword password = new NewPassword();
  private String code = "";
  private Optional<Invited> invited = Optional.empty();
  private Optional<DomainException> refusal = Optional.empty();

  @PostConstruct
  void load() {
    code = Typed.writtenCode(Browser.parameter("code"));
    if (!code.isEmpty()) {
      look();
    }
  }

  /** The code is looked at before; this shows what it opens. */
  public String open() {
    return "";
  }

  private void look() {
    try {
      invited = Optional.of(joining.preview(code));
    } catch (DomainException e) {
      refusal = Optional.of(e);
      FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(e.code().status());
    }
  }

  public String join() {
    if (invited.isEmpty() || !password.isSame()) {
      return "";
    }
    try {
      UserId user = joining.join(code, password.getWanted());
      PageMessages.done("パスワードを決めました", "ユーザID " + user + " と、いま決めたパスワードで入れます。");
      return "/account/sign-in?faces-redirect=true";
    } catch (DomainException e) {
      if (e.code() == INVITATION_OVER) {
        invited = Optional.empty(); // used or over since the page was drawn
        refusal = Optional.of(e);
      } else {
        PageMessages.refuse(e);
      }
      return "";
    }
  }

  /** Why the code opens nothing; empty while none was given. */
  public String getRefusal() {
    return refusal.map(it -> it.code().title()).orElse("");
  }

  public String getRemedy() {
    return refusal.map(PageMessages::reasonAndRemedy).orElse("");
  }

  public boolean isKnown() {
    return invited.isPresent();
  }

  public String getUserId() {
    return invited.map(it -> it.user().value()).orElse("");
  }

  public String getOfficeName() {
    return invited.map(Invited::officeName).orElse("");
  }

  public String getName() {
    return invited.map(Invited::name).orElse("");
  }

  public NewPassword getPassword() {
    return password;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String typed) {
    code = Typed.writtenCode(typed);
  }
}
