package jp.careplan.application.view;

import static jp.careplan.application.ApplicationProblem.BAD_TERMS;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.OperatorCaller;
import jp.careplan.application.OperatorRole;
import jp.careplan.application.TermsPublishing;
import jp.careplan.application.TermsPublishing.NewTerms;
import jp.careplan.application.TermsPublishing.Published;
import jp.careplan.application.page.DeskForm;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PageMessages;
import jp.careplan.kernel.DomainException;

/** 利用規約: all versions, and the writing of a new one, which takes two. */
@Named
@RequestScoped
public class DeskTermsView {
  private static final String PAGE = "/desk/terms";

  @Inject private TermsPublishing publishing;
  @Inject private OperatorCaller caller;
  @Inject private JapaneseTime time;

  private List<Published> all = List.of();
  private Optional<Shown> shown = Optional.empty();
  private String text = "";
  private String from = "";
  private String consent = "";
  private String reason = "";
  private String preview = "";

  private record Shown(String title, LocalDate from, LocalDate consent, String text) {}

  /** A version as the list shows it. */
  public static final class Row {
    private final Published published;
    private final JapaneseTime time;

    Row(Published published, JapaneseTime time) {
      this.published = published;
      this.time = time;
    }

    public int getEdition() {
      return published.edition().number();
    }

    public String getFrom() {
      return time.day(published.edition().validFrom());
    }

    public String getConsent() {
      return time.day(published.edition().consentBy());
    }

    public String getPublished() {
      return time.moment(published.publishedAt()) + " " + published.publishedBy();
    }
  }

  @PostConstruct
  void load() {
    all = publishing.all(caller.session());
    String draft = DeskForm.parameter("draft");
    shown = draft.isEmpty() ? edition() : Optional.of(draft(draft));
    if (isLeading()) {
      text = publishing.newestText(caller.session());
    }
  }

  private Optional<Shown> edition() {
    return all.stream()
        .map(Published::edition)
        .filter(it -> String.valueOf(it.number()).equals(DeskForm.parameter("edition")))
        .findFirst()
        .map(it -> new Shown("第" + it.number() + "版", it.validFrom(), it.consentBy(), it.text()));
  }

  private Shown draft(String id) {
    NewTerms terms = publishing.draftOf(caller.session(), id);
    return new Shown("提案された版", terms.validFrom(), terms.consentBy(), terms.text());
  }

  /** Shows it and changes nothing. */
  public String look() {
    try {
      preview = publishing.preview(caller.session(), typed());
    } catch (DomainException e) {
      PageMessages.refuse(e);
    }
    return "";
  }

  public String propose() {
    return DeskForm.act(
        PAGE,
        "新しい版を提案しました。ほかの運用管理者が承認すると出ます",
        () -> publishing.propose(caller.session(), typed(), reason));
  }

  private NewTerms typed() {
    return new NewTerms(text.replace("\r\n", "\n"), day(from), day(consent));
  }

  private static LocalDate day(String typed) {
    try {
      return LocalDate.parse(Typed.halfWidth(typed).replace('/', '-'));
    } catch (DateTimeException e) {
      throw new DomainException(BAD_TERMS, "日は 2027-04-01 のように入れてください。");
    }
  }

  /** Whether this operator may propose; asked again when they do. */
  public boolean isLeading() {
    return caller.session().prefectures().isEmpty()
        && caller.session().isAny(OperatorRole.OPERATOR);
  }

  public List<Row> getRows() {
    return all.stream().map(it -> new Row(it, time)).toList();
  }

  public boolean isShowing() {
    return shown.isPresent();
  }

  public boolean isDraft() {
    return !DeskForm.parameter("draft").isEmpty();
  }

  public String getShownTitle() {
    return shown.map(Shown::title).orElse("");
  }

  public String getShownFrom() {
    return shown.map(Shown::from).map(time::day).orElse("");
  }

  public String getShownConsent() {
    return shown.map(Shown::consent).map(time::day).orElse("");
  }

  public List<String> getShownLines() {
    return shown.map(Shown::text).orElse("").lines().toList();
  }

  public String getPreview() {
    return preview;
  }

  public List<String> getPreviewLines() {
    return preview.lines().toList();
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  public String getConsent() {
    return consent;
  }

  public void setConsent(String consent) {
    this.consent = consent;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
