package jp.careplan.exchange.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PageMessages;
import jp.careplan.exchange.Mailboxes;
import jp.careplan.exchange.Receiving;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.kernel.DomainException;
import org.jspecify.annotations.Nullable;

/** 受信箱. */
@Named
@RequestScoped
public class InboxView {
  private static final String PATH = "/office/inbox";

  @Inject private Mailboxes mailboxes;
  @Inject private Receiving receiving;
  @Inject private Caller caller;
  @Inject private JapaneseTime time;
  @Inject private Clock clock;

  private @Nullable TransmissionList list;

  @PostConstruct
  void load() {
    OfficeSession by = caller.careSession();
    ListQuery query = query();
    if (external().getRequestParameterMap().containsKey("picked")) {
      PageMessages.warn("保存するものが選ばれていません", "左の欄に印を付けてから、押してください。");
    }
    list =
        new TransmissionList(
            PATH,
            query,
            mailboxes.inbox(by, query.filter(), query.start(), TransmissionList.PAGE),
            by,
            time,
            clock);
  }

  /** まとめて受け取る: what is ticked; what fails is told, the rest is received. */
  public void receivePicked() throws IOException {
    String[] picked = external().getRequestParameterValuesMap().getOrDefault("pick", new String[0]);
    if (picked.length == 0) {
      PageMessages.warn("受け取るものが選ばれていません", "左の欄に印を付けてから、押してください。");
      return;
    }
    int received = 0;
    for (String id : picked) {
      if (!isReceivedAlready(id)) {
        received += receive(id) ? 1 : 0;
      }
    }
    if (received > 0) {
      PageMessages.done(received + "件を受け取りました", "行を開くと、ファイルを保存できます。");
    }
    PageMessages.keep();
    external().redirect(query().address(PATH, query().getCursor()));
  }

  /** By what this page knows: whatever else is picked is received, which is harmless twice. */
  private boolean isReceivedAlready(String id) {
    return rows().anyMatch(row -> row.getId().equals(id) && !row.isWaiting());
  }

  private Stream<TransmissionRow> rows() {
    return Optional.ofNullable(list).stream().flatMap(it -> it.getRows().stream());
  }

  private boolean receive(String id) {
    try {
      receiving.receive(caller.careSession(), new TransmissionId(id));
      return true;
    } catch (DomainException e) {
      PageMessages.refuse(e);
      return false;
    }
  }

  private static ListQuery query() {
    return ListQuery.of(external().getRequestParameterMap());
  }

  private static ExternalContext external() {
    return FacesContext.getCurrentInstance().getExternalContext();
  }

  public @Nullable TransmissionList getList() {
    return list;
  }

  /** Whether anything on this page waits to be received. */
  public boolean isReceivable() {
    return rows().anyMatch(TransmissionRow::isReceivable);
  }

  /** Whether anything on this page can be ticked. */
  public boolean isPickable() {
    return rows().anyMatch(row -> row.isReceivable() || row.isOpen());
  }
}
