package jp.careplan.exchange.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.exchange.Dispatching;
import jp.careplan.exchange.Sandbox;
import jp.careplan.exchange.Sending;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.exchange.Versions;
import jp.careplan.exchange.Versions.Behind;
import jp.careplan.kernel.DomainException;
import jp.careplan.licensing.Entitlement;
import org.jspecify.annotations.Nullable;

/** 送る: the desk, its check, and one button. */
@Named
@RequestScoped
public class SendView {
  private static final int LONGEST_REASON = 500;
  private static final int SHOWN_UNFOLDED = 5;

  @Inject private Sending sending;
  @Inject private Dispatching dispatching;
  @Inject private Entitlement entitlement;
  @Inject private OfficeDirectory offices;
  @Inject private Sandbox sandbox;
  @Inject private SendDesk desk;
  @Inject private Versions versions;
  @Inject private Caller caller;
  @Inject private JapaneseTime time;

  private @Nullable LastDispatch last;
  private @Nullable Map<TransmissionId, List<Behind>> behind;

  @PostConstruct
  void open() {
    desk.of(caller.careSession());
  }

  /** Before the page is drawn, and when files have been laid on the desk. */
  public void check() {
    desk.check(sending, caller.careSession());
  }

  /** The same, once something was laid down: what is typed stays. */
  public void recheck() {
    noteReasons();
    check();
  }

  /** One attachment of a unit's message is taken away again. */
  public void detach() {
    noteReasons();
    chosen()
        .ifPresent(unit ->
            Optional.ofNullable(parameters().get("attachment")).ifPresent(unit.draft()::detach));
  }

  /** 正しい N件を送る: from here on it goes by itself, whether or not the page stays open. */
  public void start() {
    noteReasons();
    desk.start(dispatching, caller.careSession());
  }

  /** The page looks how far it is. */
  public void look() {
    noteReasons();
  }

  /** What is told of the last time has been read. */
  public void putAside() {
    noteReasons();
    Optional.ofNullable(parameters().get("dispatch"))
        .ifPresent(id -> dispatching.putAside(caller.careSession(), id));
    last = null; // it was read before this
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
    chosen().ifPresent(desk::takeAway);
  }

  public void clear() {
    desk.clear();
  }

  public void forgetDone() {
    desk.forgetDone();
  }

  private void send(DeskUnit unit, Optional<String> reason, boolean again) {
    if (unit.isWanted()) {
      return; // on its way already
    }
    unit.forgetTrouble();
    try {
      desk.note(unit, sending.send(caller.careSession(), unit.offer(reason, again)));
    } catch (DomainException e) {
      unit.failed(e);
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
          Optional.ofNullable(typed.get("message-" + unit.getId())).ifPresent(unit.draft()::text);
        });
  }

  private static Map<String, String> parameters() {
    return FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
  }

  public List<DeskUnit> getUnits() {
    return desk.units();
  }

  /** Those that need a person, the worst first. */
  public List<DeskUnit> getHeld() {
    return desk.units().stream().filter(unit -> !unit.isSmooth()).toList();
  }

  /** Those that may go. */
  public List<DeskUnit> getSmooth() {
    return desk.units().stream().filter(DeskUnit::isSmooth).toList();
  }

  /** So many rows that say nothing but ✓ hide those that matter. */
  public boolean isFolded() {
    return getSmooth().size() > SHOWN_UNFOLDED;
  }

  /** 9事業所に12件（142人）. */
  public String getSmoothSum() {
    List<DeskUnit> smooth = getSmooth();
    long offices = smooth.stream().map(DeskUnit::getPartnerNumber).distinct().count();
    int people = smooth.stream().mapToInt(DeskUnit::getPeople).sum();
    return offices + "事業所に" + smooth.size() + "件（" + people + "人）";
  }

  /**
   * What this person sent together the last time, where this desk does not show it: the browser was
   * closed meanwhile, or the server started anew.
   */
  public @Nullable LastDispatch getLast() {
    if (last == null && desk.wanted() == 0) {
      last =
          dispatching
              .newest(caller.careSession())
              .map(found -> new LastDispatch(found, time))
              .orElse(null);
    }
    return last;
  }

  public List<SentUnit> getDone() {
    return desk.done();
  }

  /** Of what was sent: how many other offices still have what a plan said before it was changed. */
  public int behind(SentUnit sent) {
    Map<TransmissionId, List<Behind>> known = behind;
    if (known == null) {
      known = isSending() ? Map.of() : versions.behind(caller.careSession(), sentIds());
      behind = known;
    }
    return known.getOrDefault(new TransmissionId(sent.getId()), List.of()).size();
  }

  private List<TransmissionId> sentIds() {
    return desk.done().stream().map(it -> new TransmissionId(it.getId())).toList();
  }

  public long getReady() {
    return desk.units().stream().filter(DeskUnit::isReady).count();
  }

  /** Units that go out as soon as somebody looked at their destination. */
  public long getDoubted() {
    return desk.units().stream().filter(DeskUnit::isOnlyDoubted).count();
  }

  /** Units that need more of a person before they can go out. */
  public long getRefused() {
    return desk.units().size() - getReady() - getDoubted();
  }

  /** Those of the queue that have an answer. */
  public int getSettled() {
    return desk.settled();
  }

  public int getWanted() {
    return desk.wanted();
  }

  /** Whether anything goes on that the page should look after. */
  public boolean isMoving() {
    LastDispatch before = getLast();
    return isSending() || (before != null && before.isRunning());
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
      return "送っています " + desk.settled() + " / " + desk.wanted();
    }
    var state = new StringBuilder();
    if (!desk.done().isEmpty()) {
      state.append(desk.done().size()).append("件を送りました。");
    }
    if (getReady() > 0) {
      state.append(getReady()).append("件は送れます。");
    }
    if (getDoubted() > 0) {
      state.append(getDoubted()).append("件は、送り先を確かめてから送れます。");
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
    return sandbox.is(caller.office())
        ? ""
        : LicenceNotice.of(offices.find(caller.office()), entitlement, time);
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
