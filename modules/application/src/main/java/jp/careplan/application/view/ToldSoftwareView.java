package jp.careplan.application.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.Caller;
import jp.careplan.application.CareSoftware;
import jp.careplan.application.CareSoftwareList;
import jp.careplan.application.ToldSoftware;
import jp.careplan.application.ToldSoftware.Told;
import jp.careplan.application.page.PageMessages;
import jp.careplan.kernel.DomainException;

/** 介護ソフトを知らせる. */
@Named
@RequestScoped
public class ToldSoftwareView {
  @Inject private ToldSoftware software;
  @Inject private CareSoftwareList list;
  @Inject private Caller caller;

  private Optional<Told> present = Optional.empty();
  private String name = "";
  private String edition = "";

  @PostConstruct
  void load() {
    present = software.of(caller.session().office());
    present.ifPresent(told -> {
      name = told.name();
      edition = told.edition();
    });
  }

  public String tell() {
    try {
      software.tell(caller.session(), name.strip(), Typed.halfWidth(edition));
    } catch (DomainException e) {
      PageMessages.refuse(e);
      return "";
    }
    if (name.isBlank()) {
      PageMessages.done("知らせるのをやめました", "相手の「連携先」の画面から消えました。");
    } else {
      PageMessages.done("介護ソフトを知らせました", "相手の「連携先」の画面に出ます。");
    }
    return "/account/software?faces-redirect=true";
  }

  /** Name and edition; that nothing is told where it is so. */
  public String getTold() {
    return present.map(told -> (told.name() + " " + told.edition()).strip()).orElse("– 知らせていません");
  }

  /** Names that others use, to choose from. */
  public List<String> getKnown() {
    return list.all().stream().map(CareSoftware::name).distinct().toList();
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getEdition() {
    return edition;
  }

  public void setEdition(String edition) {
    this.edition = edition;
  }
}
