package jp.careplan.support.view;

import jakarta.enterprise.context.RequestScoped;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.careplan.kernel.DomainException;
import jp.careplan.support.AttachedFile;
import jp.careplan.support.FaqCategory;
import jp.careplan.support.SupportProblem;
import jp.careplan.support.TextContent;
import jp.careplan.support.TextKind;
import jp.careplan.support.view.DeskTextsView.Choice;
import org.jspecify.annotations.Nullable;

/** What is typed of a text, as it was typed. */
@RequestScoped
public class TextFields {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private String title = "";
  private String topic = "";
  private String keywords = "";
  private String summary = "";
  private String body = "";
  private String published = "";
  private String from = "";
  private String until = "";
  private String owner = "";
  private String review = "";
  private String related = "";
  private List<AttachedFile> files = List.of();

  void show(TextContent content) {
    title = content.title();
    topic = content.topic();
    keywords = content.keywords();
    summary = content.summary();
    body = content.body();
    published = TextWords.iso(content.publishedOn());
    from = TextWords.iso(content.showFrom());
    until = TextWords.iso(content.showUntil());
    owner = content.owner();
    review = TextWords.iso(content.reviewOn());
    related = String.join("\n", content.related());
    files = content.files();
  }

  TextContent typed(TextKind kind) {
    return new TextContent(
        title.strip(),
        kind == TextKind.GUIDE || kind == TextKind.PAGE ? "" : topic.strip(),
        keywords.strip(),
        summary.strip(),
        body.replace("\r\n", "\n").strip(),
        kind == TextKind.NEWS ? day("お知らせの日", published) : Optional.empty(),
        day("表示の始まりの日", from),
        day("表示の終わりの日", until),
        owner.strip(),
        day("見直しの日", review),
        BLANKS.splitAsStream(related).filter(it -> !it.isEmpty()).distinct().toList(),
        files);
  }

  private static Optional<LocalDate> day(String label, String typed) {
    String day = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().replace('/', '-');
    try {
      return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
    } catch (DateTimeException e) {
      throw new DomainException(SupportProblem.TEXT_UNFIT, label + "は 2027-04-01 のように入れてください。");
    }
  }

  /** A choice that was left empty comes as nothing. */
  private static String kept(@Nullable String typed) {
    return typed == null ? "" : typed;
  }

  /** The categories of questions, with their letters. */
  public List<Choice> getCategories() {
    return Arrays.stream(FaqCategory.values())
        .map(it -> new Choice(it.name(), it.name() + " " + it.label()))
        .toList();
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(@Nullable String title) {
    this.title = kept(title);
  }

  public String getTopic() {
    return topic;
  }

  public void setTopic(@Nullable String topic) {
    this.topic = kept(topic);
  }

  public String getKeywords() {
    return keywords;
  }

  public void setKeywords(@Nullable String keywords) {
    this.keywords = kept(keywords);
  }

  public String getSummary() {
    return summary;
  }

  public void setSummary(@Nullable String summary) {
    this.summary = kept(summary);
  }

  public String getBody() {
    return body;
  }

  public void setBody(@Nullable String body) {
    this.body = kept(body);
  }

  public String getPublished() {
    return published;
  }

  public void setPublished(@Nullable String published) {
    this.published = kept(published);
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(@Nullable String from) {
    this.from = kept(from);
  }

  public String getUntil() {
    return until;
  }

  public void setUntil(@Nullable String until) {
    this.until = kept(until);
  }

  public String getOwner() {
    return owner;
  }

  public void setOwner(@Nullable String owner) {
    this.owner = kept(owner);
  }

  public String getReview() {
    return review;
  }

  public void setReview(@Nullable String review) {
    this.review = kept(review);
  }

  public String getRelated() {
    return related;
  }

  public void setRelated(@Nullable String related) {
    this.related = kept(related);
  }
}
