package jp.careplan.exchange.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.exchange.Mailboxes;
import jp.careplan.exchange.Mailboxes.Filter;
import jp.careplan.exchange.Mailboxes.Overview;
import jp.careplan.exchange.Sandbox;
import jp.careplan.licensing.Entitlement;

/** 今月の状況, the office's start. */
@Named
@RequestScoped
public class OfficeHomeView {
  private static final int NEWEST = 5;

  @Inject private Mailboxes mailboxes;
  @Inject private Entitlement entitlement;
  @Inject private OfficeDirectory offices;
  @Inject private Sandbox sandbox;
  @Inject private SendDesk desk;
  @Inject private Caller caller;
  @Inject private JapaneseTime time;
  @Inject private Clock clock;

  private Overview overview = new Overview(0, 0, 0, 0);
  private List<TransmissionRow> newest = List.of();
  private String licence = "";

  @PostConstruct
  void load() {
    OfficeSession by = caller.careSession();
    desk.of(by);
    overview = mailboxes.overview(by);
    newest =
        mailboxes.inbox(by, Filter.ALL, Optional.empty(), NEWEST).items().stream()
            .map(item -> new TransmissionRow(item, by.office(), time))
            .toList();
    licence =
        sandbox.is(by.office())
            ? ""
            : LicenceNotice.of(offices.find(by.office()), entitlement, time);
  }

  public String getMonth() {
    return time.month(YearMonth.now(clock));
  }

  public long getUnread() {
    return overview.unread();
  }

  public long getNotReceived() {
    return overview.notReceived();
  }

  public long getSentToday() {
    return overview.sentToday();
  }

  public long getImportFailed() {
    return overview.importFailed();
  }

  /** Units on the desk that were checked or tried and are not sent. */
  public int getLeftOnDesk() {
    return desk.units().size();
  }

  public List<TransmissionRow> getNewest() {
    return newest;
  }

  /** Why nothing can be sent today; empty when it can. */
  public String getLicence() {
    return licence;
  }
}
