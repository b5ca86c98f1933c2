package jp.careplan.application.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.careplan.application.Caller;
import jp.careplan.application.RunningSession;
import jp.careplan.application.RunningSessions;
import jp.careplan.application.Terminals;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PageMessages;
import jp.careplan.kernel.DomainException;

/** いまのログイン: all there are of this account; each can be ended. */
@Named
@RequestScoped
public class SessionsView {
  @Inject private RunningSessions sessions;
  @Inject private Terminals terminals;
  @Inject private Caller caller;
  @Inject private JapaneseTime time;

  private List<Row> rows = List.of();

  /** One login as the page shows it. */
  public static final class Row {
    private final RunningSession session;
    private final String terminal;
    private final JapaneseTime time;

    Row(RunningSession session, String terminal, JapaneseTime time) {
      this.session = session;
      this.terminal = terminal;
      this.time = time;
    }

    public String getId() {
      return session.id();
    }

    public String getDoor() {
      return switch (session.door()) {
        case CONNECTOR -> "連携クライアント";
        case HANDED_OFF -> "ブラウザー（連携クライアントから）";
        case PASSWORD -> "ブラウザー（パスワードだけ）";
        case PASSKEY -> "ブラウザー（パスキー）";
      };
    }

    public String getTerminal() {
      return terminal.isEmpty() ? "–" : terminal;
    }

    public String getSince() {
      return time.moment(session.since());
    }

    public String getLastSeen() {
      return time.moment(session.lastSeen());
    }

    public boolean isCurrent() {
      return session.current();
    }
  }

  @PostConstruct
  void load() {
    rows =
        sessions.of(caller.session()).stream()
            .map(it -> new Row(it, terminals.nameOf(it.terminalId()), time))
            .toList();
  }

  public String end() {
    String chosen = Browser.parameter("chosen");
    if (chosen.isEmpty()) {
      PageMessages.warn("ログインが選ばれていません", "終わらせるログインを1つ選んでから、押してください。");
      return "";
    }
    try {
      sessions.end(caller.session(), chosen);
      PageMessages.done("ログインを1つ終わらせました", "覚えがないログインだったときは、パスワードも変えてください。");
    } catch (DomainException e) {
      PageMessages.refuse(e);
      PageMessages.keep();
    }
    return "/account/sessions?faces-redirect=true";
  }

  public String endOthers() {
    sessions.endOthers(caller.session());
    PageMessages.done("ほかのログインをすべて終わらせました", "残っているのは、この画面のログインだけです。");
    return "/account/sessions?faces-redirect=true";
  }

  public List<Row> getRows() {
    return rows;
  }

  public boolean isAlone() {
    return rows.size() < 2;
  }
}
