package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.careplan.kernel.DomainException;
import jp.careplan.support.Chatting.Button;
import jp.careplan.support.Chatting.Line;
import jp.careplan.support.internal.chat.ChatRule;
import jp.careplan.support.internal.content.Markdown;
import jp.careplan.support.internal.inquiry.PersonalData;
import jp.careplan.support.internal.search.SearchResult;
import jp.careplan.support.internal.search.SearchResult.Hit;
import jp.careplan.support.internal.search.SearchResult.Piece;

/** What the chat says: rules first, then the search over questions, then a person. */
@ApplicationScoped
class ChatMind {
  static final String NONE = "none";
  static final String UNHELPFUL = "unhelpful";

  private static final int OFFERED = 3;
  private static final int LONGEST_ANSWER = 400;
  private static final List<String> TOPICS =
      List.of("menu-login", "menu-certificate", "menu-apply", "menu-exchange", "menu-trouble");

  @Inject private Reading reading;
  @Inject private Texts texts;
  @Inject private Searching searching;
  @Inject private Reception reception;

  @Inject private RuleNode node;
  @Inject private RuleUsage usage;

  Line greeting() {
    List<Button> topics =
        TOPICS.stream()
            .flatMap(name -> node.rules().find(name).stream())
            .map(it -> new Button(it.name(), it.label()))
            .toList();
    return new Line(
        true, "ご用件を短い文で入れるか、下から選んでください。自動で答えます。" + "お名前や番号などの個人情報は入れないでください。", "", "", topics);
  }

  /** Whether anything was found to say about it; {@code false}: a person is next. */
  boolean answer(String text, ChatState state) {
    if (PersonalData.isIn(text)) {
      state.add(plain("お名前や番号のようなところは、〇〇に変えました。個人情報は入れないでください。"));
    }
    Optional<ChatRule> rule = node.rules().answering(text);
    if (rule.isPresent()) {
      answer(rule.get(), state);
      return true;
    }
    Optional<SearchResult> found = searching.search(text, Optional.of(TextKind.FAQ), OFFERED);
    if (found.filter(it -> !it.nearestOnly() && !it.hits().isEmpty()).isEmpty()) {
      return missed(state);
    }
    state.answer(found.orElseThrow().confident() ? first(found.get()) : offer(found.get()), "");
    return true;
  }

  private void answer(ChatRule rule, ChatState state) {
    state.answer(line(rule), rule.name());
    usage.answered(rule.name());
  }

  private Line first(SearchResult found) {
    return line(nameOf(found.hits().getFirst()), "", List.of(new Button(UNHELPFUL, "これでは解決しない")));
  }

  private Line offer(SearchResult found) {
    List<Button> buttons = new ArrayList<>();
    for (Hit hit : found.hits()) {
      String title = String.join("", hit.title().stream().map(Piece::text).toList());
      buttons.add(new Button(nameOf(hit), title));
    }
    buttons.add(new Button(NONE, "どれでもない"));
    return new Line(true, "近い質問がありました。選んでください。", "", "", buttons);
  }

  /** {@code FAQ/C-28}. */
  private static String nameOf(Hit hit) {
    return hit.kind() + hit.id().substring(hit.id().indexOf('/'));
  }

  /** Once to be said otherwise, then a person. */
  boolean missed(ChatState state) {
    if (state.missedAgain()) {
      handOver(state);
      return false;
    }
    state.add(plain("うまく見つかりませんでした。短い文で、別の言い方をしてみてください。"));
    return true;
  }

  void handOver(ChatState state) {
    state.forgetMisses();
    state.add(
        new Line(
            true,
            "人がお答えします。フォームで聞いてください。" + reception.answerWords(),
            "/support/inquiry?from=chat",
            "フォームで聞く（このやりとりを付けられます）",
            List.of()));
    if (!reception.phone().isEmpty()) {
      String wish = reception.isOpen() ? "" : "フォームで「電話での返事を希望する」を選ぶと、こちらから電話します。";
      state.add(plain("電話は " + reception.phone() + " です。" + reception.openWords() + wish));
    }
  }

  /** Whether a button leads to a rule or a text, which then is shown. */
  boolean choose(String target, String label, ChatState state) {
    if (target.contains("/")) {
      state.pressed(label);
      state.answer(line(target, "", List.of(new Button(UNHELPFUL, "これでは解決しない"))), "");
      return true;
    }
    Optional<ChatRule> rule = node.rules().find(target);
    rule.ifPresent(it -> {
      state.pressed(label);
      answer(it, state);
    });
    return rule.isPresent();
  }

  /** As it is answered; what has an answer or choices of its own also asks whether it helped. */
  Line line(ChatRule rule) {
    List<Button> buttons = new ArrayList<>();
    rule.choices().forEach(it -> buttons.add(new Button(it.target(), it.label())));
    if (!buttons.isEmpty()) {
      buttons.add(new Button(NONE, "どれでもない"));
    } else if (!rule.source().isEmpty()) {
      buttons.add(new Button(UNHELPFUL, "これでは解決しない"));
    }
    String answer = texts.filled(rule.answer());
    return rule.source().isEmpty()
        ? new Line(true, answer, true, "", "", buttons)
        : line(rule.source(), answer, buttons);
  }

  /** In the words of a text, or in others that refer to it. */
  private Line line(String source, String words, List<Button> buttons) {
    int slash = source.indexOf('/');
    try {
      HelpText text =
          reading.require(
              TextKind.valueOf(source.substring(0, slash)), source.substring(slash + 1));
      String said = words.isEmpty() ? spoken(text) : words;
      return new Line(
          true, said, !words.isEmpty(), text.address(), "くわしく: " + text.title(), buttons);
    } catch (DomainException | IllegalArgumentException e) { // editors took it away
      return words.isEmpty()
          ? new Line(true, "この質問の答えは、いま見直しています。", "", "", buttons)
          : new Line(true, words, true, "", "", buttons);
    }
  }

  private static String spoken(HelpText text) {
    if (text.kind() == TextKind.GUIDE) {
      return text.summary() + "手順は、ガイドを見てください。";
    }
    String body = Markdown.plain(text.body());
    return body.length() > LONGEST_ANSWER ? body.substring(0, LONGEST_ANSWER) + "…" : body;
  }

  private static Line plain(String text) {
    return new Line(true, text, "", "", List.of());
  }
}
