package jp.careplan.application.view;

import static jp.careplan.application.ApplicationStatus.COMPLETED;
import static jp.careplan.application.ApplicationStatus.IN_REVIEW;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.careplan.application.ApplicationForm.Fault;
import jp.careplan.application.ApplicationForm.Premises;
import jp.careplan.application.ApplicationStatus;
import jp.careplan.application.ApplicationSummary;
import jp.careplan.application.Applying;
import jp.careplan.application.Caller;
import jp.careplan.application.SessionProfile;
import jp.careplan.application.TermsOfUse;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PageMessages;
import jp.careplan.kernel.DomainException;

/** 利用申請, step by step; every step is kept with the office before the next one is shown. */
@Named
@RequestScoped
public class ApplyView {
  private static final int PREMISES = 1;
  private static final int DESCRIPTION = 2;
  private static final int TERMS = 3;
  private static final int CONFIRMATION = 4;

  @Inject private Applying applying;
  @Inject private TermsOfUse terms;
  @Inject private SessionProfile profile;
  @Inject private Caller caller;
  @Inject private JapaneseTime time;
  @Inject private DescriptionForm description;

  private int step = PREMISES;
  private Optional<ApplicationSummary> application = Optional.empty();
  private Map<String, String> faults = Map.of();
  private boolean partnerAsked;
  private String careSoftware = "";
  private boolean entrustedOnly;
  private boolean agreed;

  @PostConstruct
  void load() {
    application = applying.newest(caller.session().office());
    application
        .filter(it -> it.status().isEditable())
        .ifPresent(draft -> {
          Premises premises = draft.form().premises();
          partnerAsked = premises.partnerAsked();
          careSoftware = premises.careSoftware();
          entrustedOnly = premises.entrustedOnly();
          agreed = draft.agreedEdition() == terms.present().number();
          description.fill(draft.form().description());
        });
    step = reachable(Browser.parameter("step"));
  }

  /** Nobody gets ahead of what is kept. */
  private int reachable(String wanted) {
    boolean begun = application.filter(it -> it.status().isEditable()).isPresent();
    int last = !begun ? PREMISES : agreed ? CONFIRMATION : TERMS;
    int asked = wanted.matches("[1-4]") ? Integer.parseInt(wanted) : PREMISES;
    return Math.min(asked, last);
  }

  public String keepPremises() {
    var typed = new Premises(partnerAsked, careSoftware.strip(), entrustedOnly);
    return onward(() -> applying.keep(caller.session(), typed), DESCRIPTION);
  }

  public String keepDescription() {
    return onward(() -> applying.keep(caller.session(), description.typed()), TERMS);
  }

  /** While it is typed, so that a login that ends meanwhile takes nothing with it. */
  public void keepPremisesAsTyped() {
    applying.keep(
        caller.session(), new Premises(partnerAsked, careSoftware.strip(), entrustedOnly));
  }

  public void keepDescriptionAsTyped() {
    applying.keep(caller.session(), description.typed());
  }

  /** Keeps what is typed, right or wrong, and goes back. */
  public String backToPremises() {
    applying.keep(caller.session(), description.typed());
    return to(PREMISES);
  }

  public String agree() {
    if (!agreed) {
      faults = Map.of("agreed", "同意するときは、印を付けてください。同意しないと申請できません。");
      PageMessages.warn("利用規約への同意の印がありません", "終わりまで読み、同意するときは印を付けてください。");
      return "";
    }
    return refusable(() -> {
      applying.agree(caller.session(), terms.present().number());
      return to(CONFIRMATION);
    });
  }

  public String submit() {
    return refusable(() -> {
      applying.submit(caller.session());
      return "/account/apply?faces-redirect=true";
    });
  }

  public String retract() {
    return refusable(() -> {
      applying.retract(caller.session());
      PageMessages.done("申請を取り下げました", "必要なときは、もう一度申請できます。");
      return "/account/apply?faces-redirect=true";
    });
  }

  private String onward(Supplier<List<Fault>> keeping, int next) {
    return refusable(() -> {
      List<Fault> found = keeping.get();
      if (found.isEmpty()) {
        return to(next);
      }
      faults = found.stream().collect(Collectors.toMap(Fault::field, Fault::words));
      PageMessages.warn(
          "直すところが" + found.size() + "つあります", "印のところを直して、もう一度「次へ」を押してください。入力した内容は残っています。");
      return "";
    });
  }

  /** What another window did meanwhile shows when the page is drawn anew. */
  private String refusable(Supplier<String> action) {
    try {
      return action.get();
    } catch (DomainException e) {
      PageMessages.refuse(e);
      PageMessages.keep();
      return "/account/apply?faces-redirect=true";
    }
  }

  private static String to(int step) {
    return "/account/apply?faces-redirect=true&step=" + step;
  }

  public int getStep() {
    return isEditable() ? step : 0;
  }

  /** Whether the steps are shown, not the state of what was sent. */
  public boolean isEditable() {
    return !isStatus(IN_REVIEW) && !isCompleted();
  }

  public boolean isCompleted() {
    return isStatus(COMPLETED);
  }

  public boolean isInReview() {
    return isStatus(IN_REVIEW);
  }

  public boolean isSentBack() {
    return isStatus(ApplicationStatus.SENT_BACK);
  }

  public boolean isRejected() {
    return isStatus(ApplicationStatus.REJECTED);
  }

  public boolean isRetracted() {
    return isStatus(ApplicationStatus.RETRACTED);
  }

  private boolean isStatus(ApplicationStatus status) {
    return application.filter(it -> it.status() == status).isPresent();
  }

  public String getNumber() {
    return application.map(it -> it.id().value()).orElse("");
  }

  public String getReason() {
    return application.map(ApplicationSummary::reason).orElse("");
  }

  public List<String> getReviewReasons() {
    return application.map(ApplicationSummary::reviewReasons).orElse(List.of());
  }

  public String getSubmittedAt() {
    return application.flatMap(ApplicationSummary::submittedAt).map(time::moment).orElse("");
  }

  public String getCompletedAt() {
    return application.flatMap(ApplicationSummary::decidedAt).map(time::moment).orElse("");
  }

  /** Last day of the licence. */
  public String getLicensedUntil() {
    return profile.licenceOf(caller.session().office()).until().map(time::day).orElse("");
  }

  public String getMail() {
    return application.map(it -> it.form().description().mail()).orElse("");
  }

  public TermsOfUse.Edition getTerms() {
    return terms.present();
  }

  public int getEdition() {
    return terms.present().number();
  }

  public List<String> getTermsLines() {
    return terms.present().text().lines().toList();
  }

  public String getTermsFrom() {
    return time.day(terms.present().validFrom());
  }

  /** What must be put right, by field; empty text: nothing. */
  public Map<String, String> getFaults() {
    return faults;
  }

  public boolean isPartnerAsked() {
    return partnerAsked;
  }

  public void setPartnerAsked(boolean partnerAsked) {
    this.partnerAsked = partnerAsked;
  }

  public String getCareSoftware() {
    return careSoftware;
  }

  public void setCareSoftware(String careSoftware) {
    this.careSoftware = Typed.text(careSoftware);
  }

  public boolean isEntrustedOnly() {
    return entrustedOnly;
  }

  public void setEntrustedOnly(boolean entrustedOnly) {
    this.entrustedOnly = entrustedOnly;
  }

  public boolean isAgreed() {
    return agreed;
  }

  public void setAgreed(boolean agreed) {
    this.agreed = agreed;
  }
}
