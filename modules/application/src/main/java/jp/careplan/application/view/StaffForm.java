package jp.careplan.application.view;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.Rights;
import jp.careplan.application.StaffRole;
import jp.careplan.application.StaffUsers.Description;
import jp.careplan.application.page.KindWords;
import jp.careplan.kernel.ServiceKind;

/** What an administrator types of a staff user. */
@Dependent
public class StaffForm {
  @Inject private Caller caller;
  @Inject private OfficeDirectory offices;
  @Inject private KindWords words;

  private String name = "";
  private String mail = "";
  private String role = StaffRole.USER.name();
  private String[] kinds = {};

  /** Something to choose. */
  public record Choice(String code, String words) {
    public String getCode() {
      return code;
    }

    public String getWords() {
      return words;
    }
  }

  /** Ready for the next one. */
  void clear() {
    fill(new Description("", "", new Rights(StaffRole.USER, Set.of())));
  }

  void fill(Description description) {
    name = description.name();
    mail = description.mail();
    role = description.rights().role().name();
    kinds =
        description.rights().kinds().stream()
            .sorted()
            .map(ServiceKind::value)
            .toArray(String[]::new);
  }

  Description description() {
    var rights =
        new Rights(
            StaffRole.valueOf(role),
            Arrays.stream(kinds).map(ServiceKind::new).collect(Collectors.toSet()));
    return new Description(Typed.text(name), Typed.halfWidth(mail), rights);
  }

  public List<Choice> getRoles() {
    return List.of(
        new Choice(StaffRole.USER.name(), "一般（送る・受け取る）"),
        new Choice(StaffRole.ADMINISTRATOR.name(), "管理者（職員・証明書・申請も）"));
  }

  /** The office's kinds; with only one of them there is nothing to limit. */
  public List<Choice> getKindChoices() {
    return offices.find(caller.session().office()).stream()
        .flatMap(office -> office.kinds().stream().sorted())
        .map(kind -> new Choice(kind.value(), words.of(kind)))
        .toList();
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getMail() {
    return mail;
  }

  public void setMail(String mail) {
    this.mail = mail;
  }

  public String getRole() {
    return role;
  }

  public void setRole(String role) {
    this.role = role;
  }

  public String[] getKinds() {
    return kinds.clone();
  }

  public void setKinds(String[] kinds) {
    this.kinds = kinds.clone();
  }
}
