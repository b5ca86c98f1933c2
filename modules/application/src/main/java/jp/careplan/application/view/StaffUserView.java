package jp.careplan.application.view;

import static jp.careplan.application.StaffProblem.UNKNOWN_STAFF;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.Caller;
import jp.careplan.application.Passkeys;
import jp.careplan.application.StaffUsers;
import jp.careplan.application.StaffUsers.Entry;
import jp.careplan.application.StaffUsers.Invitation;
import jp.careplan.application.Terminals;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.KindWords;
import jp.careplan.application.page.PageMessages;
import jp.careplan.kernel.DomainException;

/** One 職員: role, kinds, a new invitation, removal. */
@Named
@RequestScoped
public class StaffUserView {
  @Inject private StaffUsers staff;
  @Inject private Passkeys passkeys;
  @Inject private Terminals terminals;
  @Inject private Caller caller;
  @Inject private StaffForm form;
  @Inject private JapaneseTime time;
  @Inject private KindWords words;

  private Entry entry;
  private Optional<Invitation> paper = Optional.empty();

  @PostConstruct
  void load() {
    String id = Browser.parameter("id");
    entry =
        staff.all(caller.session()).stream()
            .filter(it -> it.user().value().equals(id))
            .findFirst()
            .orElseThrow(() -> new DomainException(UNKNOWN_STAFF, ""));
    form.fill(entry.description());
  }

  public String change() {
    return done(
        () -> staff.change(caller.session(), entry.user(), form.description()),
        "職員の内容を変えました",
        "次の操作から、この内容で使えます。");
  }

  public String remove() {
    try {
      staff.remove(caller.session(), entry.user());
    } catch (DomainException e) {
      PageMessages.refuse(e);
      return "";
    }
    if (entry.user().equals(caller.session().user())) {
      return "/way-in?faces-redirect=true&reason=out";
    }
    return "/account/staff?faces-redirect=true&removed=" + entry.user();
  }

  public String inviteByMail() {
    return done(
        () -> staff.inviteAgain(caller.session(), entry.user(), false),
        "招待のメールを、もう一度送りました",
        "前の招待は、もう使えません。");
  }

  /** The answer itself shows the code. */
  public String inviteOnPaper() {
    try {
      paper = Optional.of(staff.inviteAgain(caller.session(), entry.user(), true));
    } catch (DomainException e) {
      PageMessages.refuse(e);
    }
    return "";
  }

  public String removePasskey() {
    String chosen = Browser.parameter("chosen");
    if (chosen.isEmpty()) {
      PageMessages.warn("パスキーが選ばれていません", "取り消すパスキーを1つ選んでから、押してください。");
      return "";
    }
    return done(
        () -> passkeys.remove(caller.session(), entry.user(), chosen),
        "パスキーを取り消しました",
        "このパスキーでは、もう入れません。");
  }

  private String done(Runnable deed, String what, String next) {
    try {
      deed.run();
    } catch (DomainException e) {
      PageMessages.refuse(e);
      return "";
    }
    PageMessages.done(what, next);
    return caller.session().user().equals(entry.user())
        ? "/account/home?faces-redirect=true" // perhaps no administrator any more
        : "/account/staff?faces-redirect=true";
  }

  public StaffRow getRow() {
    return new StaffRow(entry, time, words);
  }

  public List<PasskeyRow> getPasskeys() {
    return passkeys.of(caller.session(), entry.user()).stream()
        .map(it -> new PasskeyRow(it, terminals.nameOf(it.terminalId()), time))
        .toList();
  }

  public StaffForm getForm() {
    return form;
  }

  public StaffPaper getPaper() {
    return new StaffPaper(paper, time);
  }

  /** Whether the address asks for the question before removal. */
  public boolean isAsking() {
    return entry.state() != StaffUsers.State.REMOVED && !Browser.parameter("remove").isEmpty();
  }

  public boolean isSelf() {
    return entry.user().equals(caller.session().user());
  }
}
