package jp.careplan.exchange.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.page.ActionWords;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PageMessages;
import jp.careplan.exchange.Freezing;
import jp.careplan.exchange.Freezing.Outcome;
import jp.careplan.exchange.Mailboxes;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.kernel.DomainException;
import org.jspecify.annotations.Nullable;

/** 送り先を間違えたとき: the steps of a case, and what the office writes down of it. */
@Named
@RequestScoped
public class MisdirectedView {
  @Inject private Freezing freezing;
  @Inject private Mailboxes mailboxes;
  @Inject private Caller caller;
  @Inject private ActionWords actions;
  @Inject private JapaneseTime time;
  @Inject private Clock clock;

  private String id = "";
  private String words = "";
  private String deleted = "";
  private @Nullable TransmissionRow row;
  private @Nullable MisdirectionText text;

  @PostConstruct
  void load() {
    id = parameter("id");
    OfficeSession by = caller.careSession();
    var transmission = new TransmissionId(id);
    row = new TransmissionRow(mailboxes.detail(by, transmission).summary(), by.office(), time);
    text =
        freezing
            .find(by, transmission)
            .map(it -> new MisdirectionText(it, time, actions, clock.getZone()))
            .orElse(null);
  }

  private static String parameter(String name) {
    return FacesContext.getCurrentInstance()
        .getExternalContext()
        .getRequestParameterMap()
        .getOrDefault(name, "");
  }

  public String report() {
    if (words.isBlank()) {
      PageMessages.warn("何があったかが書かれていません", "相手にも見えます。短く書いてから、もう一度押してください。");
      return "";
    }
    return act(
        () -> freezing.report(caller.careSession(), new TransmissionId(id), words.strip()),
        "誤送信として届け出ました",
        "内容は、いまどちらの事業所からも開けません。相手に電話もしてください。");
  }

  public String ask() {
    return act(
        () -> freezing.askForDeletion(caller.careSession(), new TransmissionId(id)),
        "削除を頼みました",
        "相手が削除したと伝えると、ここに出ます。");
  }

  public String confirm() {
    if (parameter("sure").isEmpty()) {
      PageMessages.warn("まだ伝えていません", "「すべて削除しました」に印を付けてから、押してください。");
      return "";
    }
    return act(
        () ->
            freezing.confirmDeletion(caller.careSession(), new TransmissionId(id), deleted.strip()),
        "削除したことを伝えました",
        "送った事業所が手続きを終えると、この内容は開けなくなります。");
  }

  public String erase() {
    return settle(Outcome.ERASED, "手続きを終えました", "受け取った側では、内容はもう開けません。正しい相手に送り直してください。");
  }

  public String lift() {
    return settle(Outcome.LIFTED, "届け出を取り下げました", "前と同じように開けます。");
  }

  private String settle(Outcome outcome, String done, String next) {
    return act(
        () -> freezing.settle(caller.careSession(), new TransmissionId(id), outcome), done, next);
  }

  private String act(Runnable deed, String done, String next) {
    try {
      deed.run();
    } catch (DomainException e) {
      PageMessages.refuse(e);
      load();
      return "";
    }
    PageMessages.done(done, next);
    return "/office/misdirected?faces-redirect=true&id=" + id;
  }

  /** Whether somebody of the sender reads this. */
  public boolean isSender() {
    return row != null && row.isSentByReader();
  }

  public boolean isAdministrator() {
    return caller.session().rights().administers();
  }

  public @Nullable TransmissionRow getRow() {
    return row;
  }

  public @Nullable MisdirectionText getText() {
    return text;
  }

  public String getId() {
    return id;
  }

  public String getWords() {
    return words;
  }

  public void setWords(@Nullable String words) {
    this.words = words == null ? "" : words;
  }

  public String getDeleted() {
    return deleted;
  }

  public void setDeleted(@Nullable String deleted) {
    this.deleted = deleted == null ? "" : deleted;
  }
}
