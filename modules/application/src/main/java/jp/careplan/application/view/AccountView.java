package jp.careplan.application.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Optional;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeEntry;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.SessionProfile;
import jp.careplan.application.SessionProfile.Licence;
import jp.careplan.application.Terminals;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.KindWords;

/** 設定・証明書: what the house knows of the office that is signed in. */
@Named
@RequestScoped
public class AccountView {
  @Inject private Caller caller;
  @Inject private OfficeDirectory offices;
  @Inject private Terminals terminals;
  @Inject private SessionProfile profile;
  @Inject private JapaneseTime time;
  @Inject private KindWords words;
  @Inject private Clock clock;

  private Optional<OfficeEntry> office = Optional.empty();
  private Licence licence = new Licence("NONE", Optional.empty());
  private long running;

  @PostConstruct
  void load() {
    OfficeSession session = caller.session();
    office = offices.find(session.office());
    licence = profile.licenceOf(session.office());
    running =
        terminals.registeredBy(session.office()).stream()
            .filter(it -> it.usableUntil(clock.instant()).isPresent())
            .count();
  }

  public String getOfficeName() {
    return office.map(OfficeEntry::name).orElse("");
  }

  public String getOfficeNumber() {
    return caller.session().office().value();
  }

  public String getKinds() {
    return office.stream()
        .flatMap(entry -> entry.kinds().stream().sorted())
        .map(words::of)
        .reduce((one, other) -> one + "、" + other)
        .orElse("");
  }

  public String getUserId() {
    return caller.session().user().value();
  }

  public boolean isAdministrator() {
    return caller.session().rights().administers();
  }

  /** Whether it is the office's own ID. */
  public boolean isOffice() {
    return !caller.session().user().isStaff();
  }

  /** Whether a page was asked for that is an administrator's alone. */
  public boolean isRefused() {
    return Browser.parameter("reason").equals("administrator");
  }

  public String getRole() {
    return caller.session().rights().role().word();
  }

  public String getDoor() {
    return switch (caller.session().door()) {
      case CONNECTOR, HANDED_OFF -> "連携クライアントから（電子証明書とパスワード）";
      case PASSWORD -> "この画面から（パスワードだけ）";
      case PASSKEY -> "この画面から（パスキー）";
    };
  }

  public String getTerminal() {
    return terminals.nameOf(caller.session().terminalId());
  }

  public String getEndsAt() {
    return time.moment(caller.session().endsAt());
  }

  public boolean isLicensed() {
    return licence.state().equals("RUNNING");
  }

  /** Whether a licence was ever granted. */
  public boolean isParticipant() {
    return !licence.state().equals("NONE");
  }

  /** One sentence on the licence. */
  public String getLicence() {
    String day = licence.until().map(time::day).orElse("");
    return switch (licence.state()) {
      case "RUNNING" -> "✓ 有効です（" + day + "まで）";
      case "ENDED" -> "✗ 期間が終わりました（" + day + "まで）";
      case "SUSPENDED" -> "✗ 止められています";
      default -> "– ありません";
    };
  }

  /** How many terminals have a usable certificate. */
  public long getTerminals() {
    return running;
  }
}
