package jp.careplan.exchange.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PageMessages;
import jp.careplan.exchange.Sending;
import jp.careplan.exchange.SendingOffer;
import jp.careplan.exchange.SendingOutcome;
import jp.careplan.exchange.SendingOutcome.Accepted;
import jp.careplan.exchange.SendingOutcome.AlreadySent;
import jp.careplan.exchange.SendingOutcome.Refused;
import jp.careplan.exchange.SendingOutcome.Unsure;
import jp.careplan.kernel.DomainException;
import jp.careplan.licensing.Entitlement;

/** 送る: the desk, its check, and one button. */
@Named
@RequestScoped
public class SendView {
  /** One answer of the page sends for about this long, so that progress is seen. */
  private static final Duration STEP = Duration.ofSeconds(1);

  private static final int LONGEST_REASON = 500;

  @Inject private Sending sending;
  @Inject private Entitlement entitlement;
  @Inject private OfficeDirectory offices;
  @Inject private SendDesk desk;
  @Inject private Caller caller;
  @Inject private JapaneseTime time;
  @Inject private Clock clock;

  @PostConstruct
  void open() {
    desk.of(caller.careSession());
  }

  /** Before the page is drawn, and when files have been laid on the desk. */
  public void check() {
    desk.check(sending, caller.careSession());
  }

  /** 正しい N件を送る: begins, and goes on with {@link #step()} until nothing is left. */
  public void start() {
    noteReasons();
    desk.units().stream()
        .filter(DeskUnit::isReady)
        .forEach(unit -> {
          unit.forgetTrouble();
          unit.want();
        });
    step();
  }

  /** Sends the next units of the queue, for about a second. */
  public void step() {
    Instant end = clock.instant().plus(STEP);
    for (DeskUnit unit : desk.units()) {
      if (unit.isWanted()) {
        send(unit, Optional.empty(), false);
        if (clock.instant().isAfter(end)) {
          return;
        }
      }
    }
  }

  /** 理由を書いてこのまま送る. */
  public void sendDespite() {
    noteReasons();
    chosen()
        .ifPresent(unit -> {
          String reason = unit.getReason().strip();
          if (reason.isEmpty()) {
            unit.failed("理由が書かれていません。相手に見えます。短く書いてから、もう一度押してください。");
          } else {
            send(unit, Optional.of(reason), false);
          }
        });
  }

  /** 送り先を確かめました: the unit may go with the next press of the one button. */
  public void confirm() {
    noteReasons();
    chosen().ifPresent(DeskUnit::confirm);
  }

  /** 同じものを送り直す. */
  public void resend() {
    noteReasons();
    chosen()
        .ifPresent(unit ->
            send(unit, Optional.of(unit.getReason().strip()).filter(it -> !it.isEmpty()), true));
  }

  public void showAll() {
    noteReasons();
    chosen().ifPresent(DeskUnit::showAll);
  }

  public void remove() {
    noteReasons();
    chosen().ifPresent(desk::remove);
  }

  public void clear() {
    desk.clear();
  }

  public void forgetDone() {
    desk.forgetDone();
  }

  private void send(DeskUnit unit, Optional<String> reason, boolean again) {
    unit.forgetTrouble();
    var offer =
        new SendingOffer(
            unit.id(),
            SendingOffer.manifestOf(unit.files()),
            Optional.empty(),
            reason,
            again,
            unit.files(),
            unit.confirmation());
    try {
      note(unit, sending.send(caller.careSession(), offer));
    } catch (DomainException e) {
      unit.failed(e.code().title() + "。 " + PageMessages.reasonAndRemedy(e));
    }
  }

  private void note(DeskUnit unit, SendingOutcome outcome) {
    switch (outcome) {
      case Accepted accepted -> desk.sent(unit, new SentUnit(unit, accepted));
      case Refused(var findings, var overridable) -> unit.refused(findings, overridable);
      case AlreadySent before -> unit.alreadySent(before);
      case Unsure(var doubts) -> unit.unsure(doubts);
    }
  }

  /** By the ID that the page named, not by its place: another window may have moved it. */
  private Optional<DeskUnit> chosen() {
    return Optional.ofNullable(parameters().get("unit")).flatMap(desk::find);
  }

  /** What is typed stays, whichever button is pressed. */
  private void noteReasons() {
    Map<String, String> typed = parameters();
    desk.units()
        .forEach(unit -> {
          String reason = typed.getOrDefault("reason-" + unit.getId(), unit.getReason());
          unit.reason(reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
        });
  }

  private static Map<String, String> parameters() {
    return FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
  }

  public List<DeskUnit> getUnits() {
    return desk.units();
  }

  public List<SentUnit> getDone() {
    return desk.done();
  }

  public long getReady() {
    return desk.units().stream().filter(DeskUnit::isReady).count();
  }

  /** Units that need a person before they can go out. */
  public long getRefused() {
    return desk.units().size() - getReady();
  }

  /** Units still in the queue. */
  public long getQueued() {
    return desk.units().stream().filter(DeskUnit::isWanted).count();
  }

  public boolean isSending() {
    return getQueued() > 0;
  }

  /** One sentence that tells where things stand; read out when it changes. */
  public String getState() {
    if (isSending()) {
      return "送っています。あと" + getQueued() + "件です。";
    }
    var state = new StringBuilder();
    if (!desk.done().isEmpty()) {
      state.append(desk.done().size()).append("件を送りました。");
    }
    if (getReady() > 0) {
      state.append(getReady()).append("件は送れます。");
    }
    if (getRefused() > 0) {
      state.append(getRefused()).append("件は、このままでは送れません。");
    }
    return state.toString();
  }

  public String getToken() {
    return desk.token();
  }

  /** Why nothing can be sent today; empty when it can. */
  public String getLicence() {
    return LicenceNotice.of(offices.find(caller.office()), entitlement, time);
  }

  /** Words for a month of the desk. */
  public String month(String digits) {
    return digits.matches("[0-9]{6}") ? time.month(digits) : "–";
  }

  /** When the same was sent before. */
  public String earlierAt(DeskUnit unit) {
    return unit.earlier().map(before -> time.moment(before.at())).orElse("");
  }
}
