package jp.careplan.application.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.KokuhoRen;
import jp.careplan.application.KokuhoRens;
import jp.careplan.application.OperatorCaller;
import jp.careplan.application.OperatorRole;
import jp.careplan.application.OperatorSession;
import jp.careplan.application.page.DeskForm;

/** 国保連の一覧, kept by the operators. */
@Named
@RequestScoped
public class DeskKokuhoRenView {
  private static final String PAGE = "/desk/kokuho-ren";

  @Inject private KokuhoRens all;
  @Inject private OperatorCaller caller;

  private Optional<KokuhoRen> chosen = Optional.empty();
  private String name = "";
  private String phone = "";
  private String address = "";
  private String reason = "";

  @PostConstruct
  void load() {
    caller.session().require(OperatorRole.OPERATOR, OperatorRole.HELPDESK);
    chosen = all.of(DeskForm.parameter("prefecture"));
    name = chosen.map(KokuhoRen::name).orElse("");
    phone = chosen.map(KokuhoRen::phone).orElse("");
    address = chosen.map(KokuhoRen::address).orElse("");
  }

  public String edit() {
    var changed =
        new KokuhoRen(getPrefecture(), Typed.text(name), Typed.code(phone), Typed.text(address));
    return DeskForm.act(PAGE, "国保連の連絡先を新しくしました", () -> all.edit(caller.session(), changed, reason));
  }

  public List<KokuhoRen> getAll() {
    return all.all();
  }

  /** Whether the one that was chosen may be changed; asked again when it is. */
  public boolean isEditing() {
    OperatorSession by = caller.session();
    return chosen.isPresent()
        && by.isAny(OperatorRole.OPERATOR)
        && (by.prefectures().isEmpty() || by.prefectures().contains(getPrefecture()));
  }

  public boolean isEditor() {
    return caller.session().isAny(OperatorRole.OPERATOR);
  }

  public String getPrefecture() {
    return chosen.map(KokuhoRen::prefecture).orElse("");
  }

  public String getTitle() {
    return chosen.map(KokuhoRen::name).orElse("");
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getPhone() {
    return phone;
  }

  public void setPhone(String phone) {
    this.phone = phone;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
