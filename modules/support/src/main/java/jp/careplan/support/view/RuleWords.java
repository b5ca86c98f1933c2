package jp.careplan.support.view;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.faces.context.FacesContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import jp.careplan.kernel.DomainException;
import jp.careplan.support.Chatting;
import jp.careplan.support.FaqCategory;
import jp.careplan.support.RuleEditing.Candidate;
import jp.careplan.support.RuleEditing.Run;
import jp.careplan.support.RuleEditing.Side;
import jp.careplan.support.RuleEditing.Tried;
import jp.careplan.support.RuleEditing.Usage;
import jp.careplan.support.RuleEditing.Version;
import jp.careplan.support.internal.chat.RuleTrial.Failure;
import jp.careplan.support.internal.content.LineDiff;
import jp.careplan.support.internal.content.Markdown;
import jp.careplan.support.view.DeskTextsView.Choice;

/** How the pages of the chat's rules say things. */
final class RuleWords {
  private RuleWords() {}

  /**
   * What one set answers, as a page shows it.
   *
   * @param address of the rule
   * @param html of what is said; empty: nothing is
   */
  public record SideRow(
      String set,
      String rule,
      String address,
      String why,
      String behind,
      String html,
      String more,
      List<String> buttons) {}

  /** A question behind the rules. */
  public record CandidateRow(String name, String title, String score, String margin) {}

  /** A sentence that was tried. */
  public record TriedRow(List<SideRow> sides, List<CandidateRow> candidates, String behind) {}

  /** Why a publication was refused. */
  public record FailureRow(String rule, String address, String sentence, String words) {}

  /** A version in the list. */
  public record VersionRow(int number, String address, String by, int rules, String note) {}

  static String address(String rule) {
    return "/desk/rule?name=" + TextWords.encoded(rule);
  }

  static List<Choice> topics() {
    return Arrays.stream(FaqCategory.values())
        .map(it -> new Choice(it.name(), it.name() + " " + it.label()))
        .toList();
  }

  static String by(String who) {
    return switch (who) {
      case "system" -> "はじめの規則";
      case "release" -> "新しい版の規則";
      default -> who;
    };
  }

  static TriedRow tried(Tried it) {
    return new TriedRow(
        List.of(side("いま直している規則", it.draft()), side("公開中の規則", it.published())),
        candidates(it.candidates()),
        behind(it));
  }

  private static SideRow side(String set, Side side) {
    if (side.said().isEmpty()) {
      return new SideRow(set, "", "", "", "", "", "", List.of());
    }
    Chatting.Line line = side.said().getFirst();
    return new SideRow(
        set,
        side.label() + "（" + side.rule() + "）",
        address(side.rule()),
        side.pattern(),
        String.join("、", side.behind()),
        Markdown.html(line.markdown() ? line.text() : escaped(line.text())),
        line.addressLabel(),
        line.buttons().stream().map(Chatting.Button::label).toList());
  }

  /** What is plain stays so. */
  private static String escaped(String plain) {
    return plain.replaceAll("([\\p{Punct}])", "\\\\$1").replace("\n", "\n\n");
  }

  private static List<CandidateRow> candidates(List<Candidate> found) {
    List<CandidateRow> rows = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      Candidate it = found.get(i);
      String margin = i + 1 < found.size() ? number(it.score() - found.get(i + 1).score()) : "–";
      rows.add(new CandidateRow(it.name(), it.title(), number(it.score()), margin));
    }
    return rows;
  }

  private static String number(double score) {
    return String.format(Locale.ROOT, "%.3f", score);
  }

  private static String behind(Tried it) {
    if (it.candidates().isEmpty()) {
      return "規則が答えないときは、言い直しを頼み、2回目は人に渡します。";
    }
    if (it.nearest()) {
      return "下の質問は近いだけなので、出しません。言い直しを頼み、2回目は人に渡します。";
    }
    return it.sure()
        ? "規則が答えないときは、1番めの質問の答えを出します。2番めとの差が十分にあります。"
        : "規則が答えないときは、下の質問を選ぶボタンにします。差が小さく、1つに決められません。";
  }

  static List<FailureRow> failures(Run run) {
    return run.result().failures().stream().map(RuleWords::failure).toList();
  }

  private static FailureRow failure(Failure it) {
    return new FailureRow(
        it.rule(), it.rule().isEmpty() ? "" : address(it.rule()), it.sentence(), it.words());
  }

  /** {@code 20回、解決せず3回（15%）}. */
  static String usage(Usage it) {
    if (it.answered() == 0) {
      return it.givenUp() == 0 ? "–" : "解決せず%,d回".formatted(it.givenUp());
    }
    String told =
        "%,d回、解決せず%,d回（%d%%）"
            .formatted(
                it.answered(), it.givenUp(), Math.round(100.0 * it.givenUp() / it.answered()));
    return it.givenUp() == 0
        ? told
        : told + "。人へ%,d、どれでもない%,d、解決しない%,d".formatted(it.person(), it.noneOf(), it.unhelpful());
  }

  /** What was tried, and how long it took. */
  static String effort(Run run) {
    return "規則%d個、文%d個を確かめました（%,.1f秒）。"
        .formatted(run.result().rules(), run.result().sentences(), run.millis() / 1000.0);
  }

  static VersionRow version(Version it) {
    String note =
        (it.again() > 0 ? "第%d版をもう一度公開".formatted(it.again()) : "")
            + (it.again() > 0 && !it.note().isEmpty() ? "。" : "")
            + it.note();
    return new VersionRow(
        it.saved().number(),
        "/desk/rule-version?number=" + it.saved().number(),
        TextWords.moment(it.saved().at()) + " " + by(it.saved().by()),
        it.rules(),
        note);
  }

  static List<TextWords.DiffRow> diff(String before, String after) {
    return LineDiff.of(before, after).stream().map(TextWords::row).toList();
  }

  static int number(String typed) {
    return typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : 0;
  }

  static void tell(Severity severity, String what, String next) {
    FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, what, next));
  }

  static void tell(DomainException e) {
    tell(FacesMessage.SEVERITY_ERROR, e.code().title(), Refusal.reason(e));
  }
}
