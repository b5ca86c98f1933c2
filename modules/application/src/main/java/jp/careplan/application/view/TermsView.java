package jp.careplan.application.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.careplan.application.Caller;
import jp.careplan.application.TermsOfUse;
import jp.careplan.application.TermsOfUse.Edition;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PageMessages;

/** 利用規約: the terms, and the consent to new ones. */
@Named
@RequestScoped
public class TermsView {
  @Inject private TermsOfUse terms;
  @Inject private Entrance entrance;
  @Inject private Caller caller;
  @Inject private JapaneseTime time;

  private Optional<Edition> wanted = Optional.empty();
  private Edition shown;
  private boolean agreed;
  private Map<String, String> faults = Map.of();

  @PostConstruct
  void load() {
    wanted = terms.wantedOf(caller.session().office());
    shown = wanted.orElseGet(terms::present);
  }

  public String agree() {
    if (!agreed) {
      faults = Map.of("agreed", "同意するときは、印を付けてください。");
      PageMessages.warn("利用規約への同意の印がありません", "終わりまで読み、同意するときは印を付けてください。");
      return "";
    }
    terms.agree(caller.session(), shown.number());
    PageMessages.done("利用規約に同意しました", "第" + shown.number() + "版への同意を記録しました。");
    return Entrance.home(caller.session()) + "?faces-redirect=true";
  }

  /** Whether this office takes part, so that its consent is wanted. */
  public boolean isWanted() {
    return wanted.isPresent() && entrance.isParticipant(caller.session().office());
  }

  public int getEdition() {
    return shown.number();
  }

  public List<String> getLines() {
    return shown.text().lines().toList();
  }

  public String getValidFrom() {
    return time.day(shown.validFrom());
  }

  public String getConsentBy() {
    return time.day(shown.consentBy());
  }

  public String getHome() {
    return Entrance.home(caller.session());
  }

  public List<Row> getConsents() {
    return terms.consentsOf(caller.session().office()).stream()
        .map(it -> new Row("第" + it.edition() + "版", it.user(), time.moment(it.at())))
        .toList();
  }

  /** One consent of the office. */
  public record Row(String edition, String user, String at) {
    public String getEdition() {
      return edition;
    }

    public String getUser() {
      return user;
    }

    public String getAt() {
      return at;
    }
  }

  public Map<String, String> getFaults() {
    return faults;
  }

  public boolean isAgreed() {
    return agreed;
  }

  public void setAgreed(boolean agreed) {
    this.agreed = agreed;
  }
}
