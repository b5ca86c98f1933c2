package jp.careplan.application;

import static jp.careplan.application.ApplicationProblem.NOT_EDITABLE;
import static jp.careplan.application.ApplicationProblem.NOT_WAITING;
import static jp.careplan.application.ApplicationProblem.REASON_MISSING;
import static jp.careplan.application.ApplicationStatus.COMPLETED;
import static jp.careplan.application.ApplicationStatus.DRAFT;
import static jp.careplan.application.ApplicationStatus.IN_REVIEW;
import static jp.careplan.application.ApplicationStatus.REJECTED;
import static jp.careplan.application.ApplicationStatus.RETRACTED;
import static jp.careplan.application.ApplicationStatus.SENT_BACK;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import jp.careplan.application.ApplicationForm.Description;
import jp.careplan.application.ApplicationForm.Premises;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;
import org.jspecify.annotations.Nullable;

/** 利用申請. Its place, a unique key, lets an office have one that is open and one that is valid. */
@SuppressWarnings("UnusedVariable") // some fields are read in the database alone
@Entity
@Table(name = "application_usage_application")
class UsageApplication {
  private static final int LONGEST_REASON = 500;

  @Id private String id;
  private String office;

  @Enumerated(EnumType.STRING)
  private ApplicationKind kind;

  @Enumerated(EnumType.STRING)
  private ApplicationStatus status = DRAFT;

  private @Nullable String place;

  @Column(name = "partner_asked")
  private boolean partnerAsked;

  @Column(name = "care_software")
  private String careSoftware = "";

  @Column(name = "entrusted_only")
  private boolean entrustedOnly;

  private String name = "";

  @Column(name = "kana_name")
  private String kanaName = "";

  private String address = "";
  private String mail = "";

  @Column(name = "service_kinds")
  private String serviceKinds = "";

  @Column(name = "former_number")
  private String formerNumber = "";

  @Column(name = "terms_edition")
  private int termsEdition;

  @Column(name = "drafted_at")
  private Instant draftedAt;

  @Column(name = "submitted_at")
  private @Nullable Instant submittedAt;

  @Column(name = "submitted_by")
  private String submittedBy = "";

  @Column(name = "review_rules")
  private String reviewRules = "";

  @Column(name = "decided_at")
  private @Nullable Instant decidedAt;

  @Column(name = "decided_by")
  private String decidedBy = "";

  private String reason = "";

  @Version private long version;

  protected UsageApplication() {}

  UsageApplication(ApplicationId id, OfficeNumber office, ApplicationKind kind, Instant now) {
    this.id = id.value();
    this.office = office.value();
    this.kind = kind;
    this.draftedAt = now;
    takePlace();
  }

  ApplicationId id() {
    return new ApplicationId(id);
  }

  OfficeNumber office() {
    return new OfficeNumber(office);
  }

  ApplicationKind kind() {
    return kind;
  }

  ApplicationStatus status() {
    return status;
  }

  ApplicationForm form() {
    return new ApplicationForm(
        new Premises(partnerAsked, careSoftware, entrustedOnly),
        new Description(name, kanaName, address, mail, serviceKinds, formerNumber));
  }

  int agreedEdition() {
    return termsEdition;
  }

  void agreeTo(int edition) {
    requireEditable();
    termsEdition = edition;
  }

  void write(Premises typed) {
    requireEditable();
    partnerAsked = typed.partnerAsked();
    careSoftware = cut(typed.careSoftware(), 200);
    entrustedOnly = typed.entrustedOnly();
  }

  void write(Description typed) {
    requireEditable();
    name = cut(typed.name(), 400);
    kanaName = cut(typed.kanaName(), 400);
    address = cut(typed.address(), 600);
    mail = cut(typed.mail(), 400);
    serviceKinds = cut(typed.kinds(), 400);
    formerNumber = cut(typed.formerNumber(), 40);
  }

  /** Twice as much as is allowed is kept; what no form lets in is cut. */
  private static String cut(String typed, int most) {
    return typed.length() <= most ? typed : typed.substring(0, most);
  }

  void requireEditable() {
    if (!status.isEditable()) {
      throw new DomainException(NOT_EDITABLE, "");
    }
  }

  /**
   * Sent by the office.
   *
   * @param rules codes of those that ask for a review; none: it is completed
   */
  void submit(List<String> rules, String by, Instant now) {
    requireEditable();
    submittedAt = now;
    submittedBy = by;
    reviewRules = String.join(" ", rules);
    reason = "";
    if (rules.isEmpty()) {
      decide(COMPLETED, by, now);
    } else {
      status = IN_REVIEW;
      takePlace();
    }
  }

  void approve(String by, Instant now) {
    requireWaiting();
    decide(COMPLETED, by, now);
  }

  void reject(String words, String by, Instant now) {
    requireWaiting();
    reason = required(words);
    decide(REJECTED, by, now);
  }

  void sendBack(String words, String by, Instant now) {
    requireWaiting();
    reason = required(words);
    decide(SENT_BACK, by, now);
  }

  /** For an open one: that is how its office finds it, under the lock of the office. */
  void retract(String by, Instant now) {
    decide(RETRACTED, by, now);
  }

  /** A completed application gives its place free: the office does not take part any more. */
  void end() {
    place = null;
  }

  private void requireWaiting() {
    if (status != IN_REVIEW) {
      throw new DomainException(NOT_WAITING, "");
    }
  }

  private static String required(String words) {
    String reason = words.strip();
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      throw new DomainException(REASON_MISSING, "");
    }
    return reason;
  }

  private void decide(ApplicationStatus decided, String by, Instant now) {
    status = decided;
    decidedAt = now;
    decidedBy = by;
    takePlace();
  }

  private void takePlace() {
    if (status.isOpen()) {
      place = openPlace(office());
    } else if (status == COMPLETED && kind == ApplicationKind.INITIAL) {
      place = validPlace(office());
    } else {
      place = null;
    }
  }

  static String openPlace(OfficeNumber office) {
    return office + " open";
  }

  static String validPlace(OfficeNumber office) {
    return office + " valid";
  }

  /**
   * @param words of a rule, by its code
   */
  ApplicationSummary summary(UnaryOperator<String> words) {
    return new ApplicationSummary(
        id(),
        office(),
        kind,
        status,
        form(),
        Optional.ofNullable(submittedAt),
        Optional.ofNullable(decidedAt),
        reason,
        termsEdition,
        Arrays.stream(reviewRules.split(" ")).filter(it -> !it.isEmpty()).map(words).toList());
  }
}
