package jp.careplan.exchange.view;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.page.ActionWords;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.exchange.Freezing.Act;
import jp.careplan.exchange.Freezing.Case;
import jp.careplan.exchange.Freezing.Look;
import jp.careplan.exchange.Freezing.Outcome;
import jp.careplan.exchange.TransmissionSummary;

/**
 * A case in words, for the page and for paper alike. The terms are those of 個人情報の保護に関する法律 第26条 with
 * 施行規則 第7条 and 第8条: 速報 within 3 to 5 days, 確報 within 30.
 */
public final class MisdirectionText {
  private static final int SOONEST = 3;
  private static final int FIRST_REPORT = 5;
  private static final int FULL_REPORT = 30;

  private final Case it;
  private final JapaneseTime time;
  private final ActionWords actions;
  private final ZoneId zone;

  /** Something with its name. */
  public record Line(String label, String value) {
    public String getLabel() {
      return label;
    }

    public String getValue() {
      return value;
    }
  }

  MisdirectionText(Case it, JapaneseTime time, ActionWords actions, ZoneId zone) {
    this.it = it;
    this.time = time;
    this.actions = actions;
    this.zone = zone;
  }

  public boolean isOpen() {
    return it.settled().isEmpty();
  }

  public boolean isAsked() {
    return it.asked().isPresent();
  }

  public boolean isConfirmed() {
    return it.confirmed().isPresent();
  }

  public String getState() {
    if (it.outcome().equals(Optional.of(Outcome.ERASED))) {
      return "⌫ 終わりました（受け取った側の内容を消しました）";
    }
    if (it.outcome().isPresent()) {
      return "✓ 終わりました（届け出を取り下げました）";
    }
    if (isConfirmed()) {
      return "■ 凍結中（受け取った側は、削除したと伝えています）";
    }
    return isAsked() ? "■ 凍結中（削除を頼んでいます）" : "■ 凍結中";
  }

  public String getStyle() {
    return isOpen() ? "bad" : "gone";
  }

  /** What went where, whose by count. */
  public List<Line> getFacts() {
    TransmissionSummary unit = it.transmission();
    return List.of(
        new Line(
            "何を", Words.unit(unit.unit()) + " " + unit.serviceMonth().map(time::month).orElse("")),
        new Line("だれの", unit.people() + "人分（名前は、この控えには書きません）"),
        new Line("ファイル", unit.fileCount() + "個（" + Words.size(unit.bytes()) + "）"),
        new Line("送った事業所", unit.sender().name() + "（" + unit.sender().number() + "）"),
        new Line("送り先", unit.recipient().name() + "（" + unit.recipient().number() + "）"),
        new Line("受付番号", unit.receiptNumber()),
        new Line("何があったか", it.words()));
  }

  /** What was done, in its order. */
  public List<Line> getSteps() {
    TransmissionSummary unit = it.transmission();
    List<Line> steps = new ArrayList<>();
    steps.add(new Line(time.moment(unit.sentAt()), "送りました"));
    unit.receivedAt().ifPresent(at -> steps.add(new Line(time.moment(at), "相手が受け取りました")));
    steps.add(step(it.reported(), "誤送信として届け出ました。内容をどちらからも開けなくしました"));
    it.asked().ifPresent(act -> steps.add(step(act, "削除を頼みました")));
    it.confirmed().ifPresent(act -> steps.add(step(act, deleted())));
    it.settled().ifPresent(act -> steps.add(step(act, outcome())));
    return steps;
  }

  private String deleted() {
    return "受け取った事業所が、削除したと伝えました"
        + (it.confirmedWords().isEmpty() ? "" : "「" + it.confirmedWords() + "」");
  }

  private String outcome() {
    return it.outcome().equals(Optional.of(Outcome.ERASED))
        ? "受け取った側から内容を消し、手続きを終えました" + (isConfirmed() ? "" : "（受け取った事業所からの、削除の連絡はありません）")
        : "届け出を取り下げました";
  }

  private Line step(Act act, String what) {
    return new Line(time.moment(act.at()), what + "（" + act.office() + " " + act.by() + "）");
  }

  /** Who of the recipient had the content before it was frozen. */
  public List<Line> getLooks() {
    return it.looks().stream().map(this::look).toList();
  }

  private Line look(Look look) {
    return new Line(time.moment(look.at()), actions.of(look.action()) + "（" + look.by() + "）");
  }

  public boolean isLooksCut() {
    return it.looksCut();
  }

  /** Day on which the office came to know. */
  private LocalDate known() {
    return it.reported().at().atZone(zone).toLocalDate();
  }

  /** 速報. */
  public String getFirstTerm() {
    return time.day(known().plusDays(SOONEST))
        + "から"
        + time.day(known().plusDays(FIRST_REPORT))
        + "まで";
  }

  /** 確報. */
  public String getFullTerm() {
    return time.day(known().plusDays(FULL_REPORT)) + "まで";
  }

  /** The duty in words; the law is named, the judgement is the office's own. */
  public List<String> getDuty() {
    return List.of(
        "個人データの漏えいには、個人情報の保護に関する法律 第26条の報告と通知の決まりがあります。",
        "病歴や心身の状態など（要配慮個人情報）が含まれるときは、1人分でも報告の対象です（施行規則 第7条）。",
        "速報: 知った日から3〜5日以内に、個人情報保護委員会へ（" + getFirstTerm() + "）。",
        "確報: 知った日から30日以内に（" + getFullTerm() + "。不正の目的のおそれがあるときは60日以内）。",
        "本人への通知、保険者（市町村）などへの事故の報告も、それぞれの決まりで確かめてください。",
        "期限は、届け出た日を「知った日」として数えています。もっと前に知っていたときは、その日から数え直してください。");
  }

  /** All of it, line by line, for paper. */
  String paper() {
    List<String> lines = new ArrayList<>();
    lines.add("誤送信の控え");
    lines.add("");
    lines.add("いまの状態　" + getState());
    getFacts().forEach(fact -> lines.add(fact.label() + "　" + fact.value()));
    lines.add("");
    lines.add("したこと");
    getSteps().forEach(step -> lines.add("・" + step.label() + "　" + step.value()));
    lines.add("");
    lines.add("受け取った事業所での操作（監査証跡から）");
    getLooks().forEach(look -> lines.add("・" + look.label() + "　" + look.value()));
    if (isLooksCut()) {
      lines.add("・記録が多いため、一部だけです。運営者の窓口にお問い合わせください。");
    }
    lines.add("");
    lines.add("法令の期限");
    getDuty().forEach(line -> lines.add("・" + line));
    lines.add("");
    lines.add("この紙は、事業所の控えです。報告そのものではありません。");
    return String.join("\n", lines);
  }
}
