package jp.careplan.exchange.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.view.JapaneseTime;
import jp.careplan.exchange.Mailboxes;
import org.jspecify.annotations.Nullable;

/** 送信済み. */
@Named
@RequestScoped
public class SentView {
  @Inject private Mailboxes mailboxes;
  @Inject private Caller caller;
  @Inject private JapaneseTime time;
  @Inject private Clock clock;

  private @Nullable TransmissionList list;

  @PostConstruct
  void load() {
    OfficeSession by = caller.careSession();
    var query =
        ListQuery.of(
            FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap());
    list =
        new TransmissionList(
            "/office/sent",
            query,
            mailboxes.sent(by, query.filter(), query.start(), TransmissionList.PAGE),
            by,
            time,
            clock);
  }

  public @Nullable TransmissionList getList() {
    return list;
  }
}
