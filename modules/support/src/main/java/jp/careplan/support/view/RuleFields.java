package jp.careplan.support.view;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import jp.careplan.support.internal.chat.RuleText;
import org.jspecify.annotations.Nullable;

/** What is typed of a rule, as it was typed. */
@RequestScoped
public class RuleFields {
  private String name = "";
  private String label = "";
  private String topic = "";
  private String before = "";
  private String patterns = "";
  private String without = "";
  private String answer = "";
  private String source = "";
  private String choices = "";
  private String must = "";
  private String mustNot = "";

  void show(RuleText rule) {
    name = rule.name();
    label = rule.label();
    topic = rule.topic();
    patterns = String.join("\n", rule.patterns());
    without = rule.without();
    answer = rule.answer();
    source = rule.source();
    choices = String.join("\n", rule.choices());
    must = String.join("\n", rule.must());
    mustNot = String.join("\n", rule.mustNot());
  }

  RuleText typed(String known, boolean off) {
    return new RuleText(
        known.isEmpty() ? name.strip() : known,
        label.strip(),
        topic.strip(),
        off,
        lines(patterns),
        without.strip(),
        answer.replace("\r\n", "\n").replace('\r', '\n').strip(),
        source.strip(),
        lines(choices),
        lines(must),
        lines(mustNot));
  }

  private static List<String> lines(String typed) {
    return typed.lines().map(String::strip).filter(it -> !it.isEmpty()).distinct().toList();
  }

  /** A choice that was left empty comes as nothing. */
  private static String kept(@Nullable String typed) {
    return typed == null ? "" : typed;
  }

  public String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = kept(name);
  }

  public String getLabel() {
    return label;
  }

  public void setLabel(@Nullable String label) {
    this.label = kept(label);
  }

  public String getTopic() {
    return topic;
  }

  public void setTopic(@Nullable String topic) {
    this.topic = kept(topic);
  }

  public String getBefore() {
    return before;
  }

  public void setBefore(@Nullable String before) {
    this.before = kept(before);
  }

  public String getPatterns() {
    return patterns;
  }

  public void setPatterns(@Nullable String patterns) {
    this.patterns = kept(patterns);
  }

  public String getWithout() {
    return without;
  }

  public void setWithout(@Nullable String without) {
    this.without = kept(without);
  }

  public String getAnswer() {
    return answer;
  }

  public void setAnswer(@Nullable String answer) {
    this.answer = kept(answer);
  }

  public String getSource() {
    return source;
  }

  public void setSource(@Nullable String source) {
    this.source = kept(source);
  }

  public String getChoices() {
    return choices;
  }

  public void setChoices(@Nullable String choices) {
    this.choices = kept(choices);
  }

  public String getMust() {
    return must;
  }

  public void setMust(@Nullable String must) {
    this.must = kept(must);
  }

  public String getMustNot() {
    return mustNot;
  }

  public void setMustNot(@Nullable String mustNot) {
    this.mustNot = kept(mustNot);
  }
}
