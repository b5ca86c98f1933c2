package jp.careplan.support;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import jp.careplan.support.internal.chat.RuleText;
import org.jspecify.annotations.Nullable;

/** A rule as a release brought it; written once, never changed. */
@Entity
@Table(name = "support_chat_rule_shipped")
@IdClass(ShippedRule.Key.class)
class ShippedRule {
  @Id private String name;
  @Id private int number;
  @Lob private String content;

  @SuppressWarnings("UnusedVariable") // told to whoever looks into the table
  @Column(name = "came_at")
  private Instant cameAt;

  /** Its rule, and its number among the wordings of it. */
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    private String name = "";
    private int number;

    protected Key() {}

    Key(String name, int number) {
      this.name = name;
      this.number = number;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && name.equals(key.name) && number == key.number;
    }

    @Override
    public int hashCode() {
      return Objects.hash(name, number);
    }
  }

  protected ShippedRule() {}

  ShippedRule(RuleText rule, int number, Instant cameAt) {
    this.name = rule.name();
    this.number = number;
    this.content = rule.format();
    this.cameAt = cameAt;
  }

  String name() {
    return name;
  }

  int number() {
    return number;
  }

  RuleText text() {
    return RuleText.parse(content).getFirst();
  }
}
