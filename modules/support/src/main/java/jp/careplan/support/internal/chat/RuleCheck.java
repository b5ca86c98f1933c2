package jp.careplan.support.internal.chat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.careplan.support.internal.content.Markdown;
import jp.careplan.support.internal.content.Placeholder;
import jp.careplan.support.internal.inquiry.PersonalData;

/** Whether a rule can be kept as it was typed, beside the others. */
public final class RuleCheck {
  public static final int MOST_RULES = 500;
  private static final int LONGEST_LINE = 300;
  private static final int LONGEST_SENTENCE = 200;
  private static final int LONGEST_LABEL = 60;
  private static final int LONGEST_ANSWER = 2_000;
  private static final int MOST_PATTERNS = 20;
  private static final int MOST_PARTS = 6;
  private static final int MOST_BUTTONS = 8;
  private static final int MOST_SENTENCES = 20;
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,59}");
  private static final Pattern HIDDEN = Pattern.compile("[\\p{Cntrl}&&[^\\n]]");
  private static final Pattern LINK =
      Pattern.compile("(https?://[^/\\s]|mailto:[^\\s]+@|/(?![/\\\\])|#).*|/");

  /** Buttons of the chat itself. */
  private static final Set<String> RESERVED = Set.of("back", "none", "unhelpful");

  /** One letter of kana or Latin is in nearly every sentence; one kanji may be a word. */
  private static final Pattern TOO_BROAD = Pattern.compile("[\\p{IsKatakana}A-Z0-9]");

  private final RuleText rule;
  private final Map<String, RuleText> others;
  private final Predicate<String> isText;
  private final List<RuleFinding> findings = new ArrayList<>();

  private RuleCheck(RuleText rule, Map<String, RuleText> others, Predicate<String> isText) {
    this.rule = rule;
    this.others = others;
    this.isText = isText;
  }

  /**
   * @param all the rules as they stand, with or without this one
   * @param isText whether readers see a text of this name, {@code FAQ/C-28}
   */
  public static List<RuleFinding> of(RuleText rule, List<RuleText> all, Predicate<String> isText) {
    Map<String, RuleText> others =
        all.stream()
            .filter(it -> !it.name().equals(rule.name()) && !it.off())
            .collect(Collectors.toMap(RuleText::name, Function.identity(), (one, same) -> one));
    var check = new RuleCheck(rule, others, isText);
    check.words();
    check.patterns();
    check.answer();
    check.choices();
    check.sentences("must", rule.must());
    check.sentences("mustNot", rule.mustNot());
    return check.findings;
  }

  private void add(String field, String words) {
    if (findings.stream().noneMatch(it -> it.field().equals(field) && it.words().equals(words))) {
      findings.add(new RuleFinding(field, words));
    }
  }

  private void words() {
    if (!NAME.matcher(rule.name()).matches() || RESERVED.contains(rule.name())) {
      add("name", "鍵は、英小文字で始め、英小文字・数字・「-」で60文字までにしてください。back、none、unhelpful は使えません。");
    }
    line("label", "見出し", rule.label(), LONGEST_LABEL);
    if (rule.label().isBlank()) {
      add("label", "見出しを書いてください。ボタンや一覧に出ます。");
    }
    line("without", "除くことば", rule.without(), LONGEST_LINE);
    if (!rule.topic().matches("[A-K]?")) {
      add("topic", "分類を選び直してください。");
    }
  }

  private void line(String field, String label, String value, int most) {
    if (value.length() > most) {
      add(field, "%sは、1行%d文字までです。".formatted(label, most));
    }
    if (HIDDEN.matcher(value).find() || value.contains("\n")) {
      add(field, label + "に、見えない文字が入っています。");
    }
  }

  private void patterns() {
    if (rule.patterns().size() > MOST_PATTERNS) {
      add("patterns", "型は%d行までです。規則を分けてください。".formatted(MOST_PATTERNS));
    }
    for (String pattern : rule.patterns()) {
      line("patterns", "型", pattern, LONGEST_LINE);
      List<List<String>> parts =
          RuleText.parts(pattern).stream().map(it -> RuleText.words(it).toList()).toList();
      if (parts.stream().anyMatch(List::isEmpty)) {
        add("patterns", "型「" + pattern + "」に、ことばのない所があります。「+」の両側に、ことばを書いてください。");
      } else if (parts.size() > MOST_PARTS) {
        add("patterns", "型「%s」の「+」が多すぎます。%d個のことばまでにしてください。".formatted(pattern, MOST_PARTS));
      } else if (parts.stream().allMatch(RuleCheck::isBroad)) {
        add("patterns", "型「" + pattern + "」は、ほとんどの文に合ってしまいます。2文字以上のことばにしてください。");
      }
      if (pattern.replace(" + ", "").matches(".*[+＋].*")) {
        add("patterns", "型「" + pattern + "」の「+」は、半角で、両側に空白を置いてください。");
      }
    }
  }

  private static boolean isBroad(List<String> words) {
    return words.stream().anyMatch(it -> TOO_BROAD.matcher(it).matches());
  }

  private void answer() {
    if (rule.answer().length() > LONGEST_ANSWER || HIDDEN.matcher(rule.answer()).find()) {
      add("answer", "答えは%,d文字までで、見えない文字を除いてください。".formatted(LONGEST_ANSWER));
    }
    if (rule.answer().isBlank() && rule.source().isEmpty()) {
      add("answer", "答えか、答えになる文章の、どちらかを書いてください。");
    }
    if (!rule.source().isEmpty() && !isText.test(rule.source())) {
      add("source", "文章「" + rule.source() + "」は、いま公開されていません。「FAQ/A-01」のように書いてください。");
    }
    Placeholder.unknown(rule.answer()).forEach(it -> add("answer", it));
    for (String link : Markdown.links(rule.answer())) {
      if (!LINK.matcher(link).matches() || Pattern.compile("\\s").matcher(link).find()) {
        add(
            "answer",
            "リンク「" + link + "」は使えません。http、https、mailto か、「/support/…」のような、このサイトの番地にしてください。");
      }
    }
  }

  private void choices() {
    if (rule.choices().size() > MOST_BUTTONS) {
      add("choices", "ボタンは%d個までです。".formatted(MOST_BUTTONS));
    }
    Set<String> targets = new HashSet<>();
    for (String choice : rule.choices()) {
      String[] parted = RuleText.parted(choice);
      line("choices", "ボタン", choice, LONGEST_LABEL + 80);
      if (parted[0].isEmpty() || parted[1].isEmpty()) {
        add("choices", "「" + choice + "」は、「ボタンの文 > 規則の鍵」の形にしてください。");
      } else if (parted[0].length() > LONGEST_LABEL) {
        add("choices", "ボタンの文は%d文字までです。".formatted(LONGEST_LABEL));
      } else if (!leads(parted[1])) {
        add(
            "choices",
            "「" + parted[0] + "」のボタンの先「" + parted[1] + "」がありません。使っている規則の鍵か、公開中の文章の名前にしてください。");
      } else if (!targets.add(parted[1])) {
        add("choices", "同じ先「" + parted[1] + "」へのボタンが2つあります。");
      }
    }
    if (findings.stream().noneMatch(it -> it.field().equals("choices")) && !endsSomewhere()) {
      add("choices", "ボタンをたどっても、答えに着きません。どれか1つは、ほかのボタンのない規則か、文章に着くようにしてください。");
    }
  }

  private boolean leads(String target) {
    return target.contains("/")
        ? isText.test(target)
        : others.containsKey(target) && !target.equals(rule.name());
  }

  /** Whether the buttons lead to an answer, and not only round in a circle. */
  private boolean endsSomewhere() {
    return endsSomewhere(rule, new HashSet<>());
  }

  private boolean endsSomewhere(RuleText from, Set<String> seen) {
    if (from.choices().isEmpty() || !from.source().isEmpty()) {
      return true;
    }
    seen.add(from.name());
    return from.targets().stream()
        .filter(it -> !seen.contains(it))
        .anyMatch(it ->
            it.contains("/") || (others.containsKey(it) && endsSomewhere(others.get(it), seen)));
  }

  private void sentences(String field, List<String> sentences) {
    if (!rule.patterns().isEmpty() && sentences.isEmpty()) {
      add(field, "型のある規則には、1つは書いてください。公開の前に、この文で確かめます。");
    }
    if (sentences.size() > MOST_SENTENCES) {
      add(field, "文は%d個までです。".formatted(MOST_SENTENCES));
    }
    for (String sentence : sentences) {
      line(field, "文", sentence, LONGEST_SENTENCE);
      if (ChatRules.folded(sentence).isEmpty()) {
        add(field, "ことばのない文があります。消すか、書き直してください。");
      }
      if (PersonalData.isIn(sentence)) {
        add(field, "お名前や番号のようなところがあります。〇〇に変えてください。");
      }
    }
  }
}
