package jp.careplan.application.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.Caller;
import jp.careplan.application.StaffUsers;
import jp.careplan.application.StaffUsers.Invitation;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.KindWords;
import jp.careplan.application.page.PageMessages;
import jp.careplan.kernel.DomainException;

/** 職員: the list, and who comes to it. */
@Named
@RequestScoped
public class StaffView {
  private static final String HERE = "/account/staff?faces-redirect=true";

  @Inject private StaffUsers staff;
  @Inject private Caller caller;
  @Inject private StaffForm form;
  @Inject private JapaneseTime time;
  @Inject private KindWords words;

  private List<StaffRow> rows = List.of();
  private Optional<Invitation> paper = Optional.empty();
  private String removed = "";

  @PostConstruct
  void load() {
    removed = Browser.parameter("removed");
    rows =
        staff.all(caller.session()).stream()
            .map(entry -> new StaffRow(entry, time, words))
            .toList();
  }

  /** The answer itself shows a code for paper; it must not stand in an address. */
  public String invite() {
    Invitation made;
    try {
      made = staff.invite(caller.session(), form.description());
    } catch (DomainException e) {
      PageMessages.refuse(e);
      return "";
    }
    if (made.code().isEmpty()) {
      PageMessages.done("招待のメールを送りました", made.user() + " として招待しました。7日のあいだ使えます。");
      return HERE;
    }
    paper = Optional.of(made);
    form.clear();
    load();
    return "";
  }

  public String rest() {
    try {
      staff.rest(caller.session());
    } catch (DomainException e) {
      PageMessages.refuse(e);
      return "";
    }
    return "/way-in?faces-redirect=true&reason=out";
  }

  public String wake() {
    try {
      staff.wake(caller.session());
    } catch (DomainException e) {
      PageMessages.refuse(e);
      return "";
    }
    PageMessages.done("事業所のIDを使うことにしました", "事業所のIDでも、また入れます。");
    return HERE;
  }

  public List<StaffRow> getRows() {
    return rows;
  }

  public StaffForm getForm() {
    return form;
  }

  /** A fresh invitation to print. */
  public StaffPaper getPaper() {
    return new StaffPaper(paper, time);
  }

  /** ID of who was just taken out; empty when nobody was. */
  public String getRemoved() {
    return removed;
  }

  public boolean isAtRest() {
    return staff.isOfficeAtRest(caller.session());
  }

  /** Whether it is the office's own ID that is signed in. */
  public boolean isOffice() {
    return !caller.session().user().isStaff();
  }

  public String getOfficeId() {
    return caller.session().user().account().value();
  }
}
