package jp.careplan.app.frame;

import static jp.careplan.application.OperatorRole.AUDITOR;
import static jp.careplan.application.OperatorRole.BILLING;
import static jp.careplan.application.OperatorRole.EDITOR;
import static jp.careplan.application.OperatorRole.HELPDESK;
import static jp.careplan.application.OperatorRole.OPERATOR;

import java.util.ArrayList;
import java.util.List;
import jp.careplan.application.Caller;
import jp.careplan.application.OperatorSession;

/** Where a caller can go. */
final class Navigation {
  private Navigation() {}

  /**
   * One link.
   *
   * @param prefix of the views that belong to it
   */
  record Link(String href, String label, String prefix) {}

  /** The links for this caller; asks nothing of the database. */
  static List<Link> of(Caller caller, String inbox) {
    if (!caller.isSignedIn()) {
      return List.of(
          new Link("/", "この仕組みについて", "/index"),
          new Link("/way-in", "入り方", "/way-in"),
          new Link("/directory", "参加している事業所", "/directory"),
          new Link("/account/sign-in", "設定・証明書に入る", "/account"));
    }
    if (!caller.session().seesCareData()) {
      return List.of(
          new Link("/account/home", "設定・証明書", "/account"),
          new Link("/way-in?reason=care", "ケアプランの画面の開き方", "/way-in"));
    }
    return List.of(
        new Link("/office/home", "今月の状況", "/office/home"),
        new Link("/office/send", "送る", "/office/send"),
        new Link("/office/inbox", inbox, "/office/inbox"),
        new Link("/office/sent", "送信済み", "/office/sent"),
        new Link("/office/partners", "連携先", "/office/partner"),
        new Link("/account/home", "設定・証明書", "/account"));
  }

  /** The links of the desk, by what the operator is there for. */
  static List<Link> of(OperatorSession by) {
    List<Link> links = new ArrayList<>();
    links.add(new Link("/desk/home", "運用管理", "/desk/home"));
    if (by.isAny(OPERATOR, BILLING, HELPDESK, AUDITOR)) {
      links.add(new Link("/desk/offices", "事業所", "/desk/office"));
    }
    if (by.isAny(OPERATOR, HELPDESK)) {
      links.add(new Link("/desk/applications", "審査", "/desk/application"));
    }
    if (by.isAny(OPERATOR)) {
      links.add(new Link("/desk/id-requests", "IDの確認", "/desk/id-request"));
      links.add(new Link("/desk/approvals", "承認待ち", "/desk/approvals"));
    }
    if (by.isAny(OPERATOR, BILLING, AUDITOR)) {
      links.add(new Link("/desk/fees", "料金", "/desk/fees"));
    }
    if (by.isAny(EDITOR) && by.prefectures().isEmpty()) {
      links.add(new Link("/desk/texts", "文章の編集", "/desk/text"));
      links.add(new Link("/desk/unmet", "答えられなかったこと", "/desk/unmet"));
      links.add(new Link("/desk/rules", "チャットの規則", "/desk/rule"));
    }
    if (by.isAny(OPERATOR, AUDITOR)) {
      links.add(new Link("/desk/trail", "監査証跡", "/desk/trail"));
    }
    if (by.isAny(OPERATOR, AUDITOR) && by.prefectures().isEmpty()) {
      links.add(new Link("/desk/settings", "設定", "/desk/settings"));
    }
    if (by.isAny(OPERATOR) && by.prefectures().isEmpty()) {
      links.add(new Link("/desk/operators", "運用管理者", "/desk/operators"));
    }
    return List.copyOf(links);
  }

  /** Where the product's name leads. */
  static String start(Caller caller) {
    if (!caller.isSignedIn()) {
      return "/";
    }
    return caller.session().seesCareData() ? "/office/home" : "/account/home";
  }
}
