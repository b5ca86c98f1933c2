package jp.careplan.application.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.careplan.application.ApplicationForm.Description;
import jp.careplan.application.ApplicationId;
import jp.careplan.application.ApplicationReview;
import jp.careplan.application.ApplicationReview.Detail;
import jp.careplan.application.ApplicationStatus;
import jp.careplan.application.ApplicationSummary;
import jp.careplan.application.OfficeProfile;
import jp.careplan.application.OperatorCaller;
import jp.careplan.application.OperatorRole;
import jp.careplan.application.page.DeskForm;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.KindWords;
import jp.careplan.kernel.ServiceKind;
import org.jspecify.annotations.Nullable;

/** One application whole: what is asked, beside what is known, and the decision about it. */
@Named
@RequestScoped
public class DeskReviewView {
  private static final String QUEUE = "/desk/applications";

  @Inject private ApplicationReview review;
  @Inject private OperatorCaller caller;
  @Inject private JapaneseTime time;
  @Inject private KindWords kinds;

  private @Nullable Detail detail;
  private String reason = "";

  /** One thing of the office, before and after. */
  public static final class Row {
    private final String label;
    private final String before;
    private final String after;

    Row(String label, String before, String after) {
      this.label = label;
      this.before = before;
      this.after = after;
    }

    public String getLabel() {
      return label;
    }

    public String getBefore() {
      return before.isEmpty() ? "–" : before;
    }

    public String getAfter() {
      return after.isEmpty() ? "–" : after;
    }

    public boolean isOther() {
      return !before.equals(after);
    }
  }

  @PostConstruct
  void load() {
    detail = review.detailOf(caller.session(), id());
  }

  private static ApplicationId id() {
    return new ApplicationId(DeskForm.parameter("id"));
  }

  private Detail detail() {
    return Objects.requireNonNull(detail);
  }

  private ApplicationSummary application() {
    return detail().application();
  }

  public String approve() {
    return DeskForm.act(QUEUE, "申請を承認しました", () -> review.approve(caller.session(), id(), reason));
  }

  public String sendBack() {
    return DeskForm.act(QUEUE, "申請を差し戻しました", () -> review.sendBack(caller.session(), id(), reason));
  }

  public String reject() {
    return DeskForm.act(QUEUE, "申請を却下しました", () -> review.reject(caller.session(), id(), reason));
  }

  /** Whether this operator may decide, and there is something to decide; asked again then. */
  public boolean isDeciding() {
    return application().status() == ApplicationStatus.IN_REVIEW
        && caller.session().isAny(OperatorRole.OPERATOR);
  }

  public List<Row> getRows() {
    Description asked = application().form().description();
    Optional<OfficeProfile> known = detail().known();
    return List.of(
        new Row("名称", known.map(OfficeProfile::name).orElse(""), asked.name()),
        new Row("フリガナ", known.map(OfficeProfile::kanaName).orElse(""), asked.kanaName()),
        new Row("所在地", known.map(OfficeProfile::address).orElse(""), asked.address()),
        new Row("メール", known.map(OfficeProfile::mail).orElse(""), asked.mail()),
        new Row("サービス種類", known.map(this::words).orElse(""), words(asked.kinds())));
  }

  private String words(OfficeProfile profile) {
    return profile.kinds().stream().sorted().map(kinds::of).collect(Collectors.joining("、"));
  }

  private String words(String codes) {
    return Arrays.stream(codes.split(" "))
        .filter(code -> !code.isEmpty())
        .map(ServiceKind::new)
        .sorted()
        .map(kinds::of)
        .collect(Collectors.joining("、"));
  }

  public String getId() {
    return application().id().value();
  }

  public String getOffice() {
    return application().office().value();
  }

  public boolean isListed() {
    return detail().known().isPresent();
  }

  public String getName() {
    return application().form().description().name();
  }

  public String getKind() {
    return application().kind().title();
  }

  public String getStatus() {
    return StatusWords.of(application().status());
  }

  public String getSubmitted() {
    return application().submittedAt().map(time::moment).orElse("–");
  }

  public List<String> getReasons() {
    return application().reviewReasons();
  }

  public String getCareSoftware() {
    String typed = application().form().premises().careSoftware();
    return typed.isEmpty() ? "–" : typed;
  }

  public boolean isEntrustedOnly() {
    return application().form().premises().entrustedOnly();
  }

  /** The number before; empty text: it is no change of number. */
  public String getFormer() {
    return application().form().description().formerNumber();
  }

  public boolean isFormerListed() {
    return detail().former().isPresent();
  }

  public String getFormerName() {
    return detail().former().map(OfficeProfile::name).orElse("この番号の事業所は一覧にありません");
  }

  public String getFormerAddress() {
    return detail().former().map(OfficeProfile::address).orElse("");
  }

  public String getDecided() {
    return application().decidedAt().map(time::moment).orElse("");
  }

  public String getTold() {
    return application().reason();
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
