package jp.careplan.licensing.view;

import static jp.careplan.licensing.LicensingProblem.BAD_CAMPAIGN;
import static jp.careplan.licensing.LicensingProblem.BAD_FEE;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import jp.careplan.application.OperatorCaller;
import jp.careplan.application.OperatorRole;
import jp.careplan.application.page.DeskForm;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.kernel.DomainException;
import jp.careplan.licensing.FeeSchedule;
import jp.careplan.licensing.LicenseDesk;
import jp.careplan.licensing.LicensingProblem;

/** 料金とキャンペーン, with all that was ever decided. */
@Named
@RequestScoped
public class FeesView {
  private static final String PAGE = "/desk/fees";

  @Inject private LicenseDesk desk;
  @Inject private OperatorCaller caller;
  @Inject private JapaneseTime time;

  private List<FeeRow> fees = List.of();
  private List<CampaignRow> campaigns = List.of();
  private String day = "";
  private String yen = "";
  private String name = "";
  private String firstDay = "";
  private String lastDay = "";
  private String campaign = "";
  private String reason = "";

  /** A decided fee as the page shows it. */
  public static final class FeeRow {
    private final FeeSchedule.Line line;
    private final JapaneseTime time;

    FeeRow(FeeSchedule.Line line, JapaneseTime time) {
      this.line = line;
      this.time = time;
    }

    public String getBegins() {
      return time.day(line.begins());
    }

    public String getYen() {
      return "%,d円".formatted(line.yen());
    }

    public String getDecided() {
      return time.moment(line.decidedAt()) + " " + line.decidedBy();
    }
  }

  /** A campaign as the page shows it. */
  public static final class CampaignRow {
    private final FeeSchedule.FreePass pass;
    private final JapaneseTime time;

    CampaignRow(FeeSchedule.FreePass pass, JapaneseTime time) {
      this.pass = pass;
      this.time = time;
    }

    public String getId() {
      return pass.id();
    }

    public String getName() {
      return pass.name();
    }

    public String getDays() {
      return time.day(pass.firstDay()) + "から" + time.day(pass.lastDay()) + "まで";
    }

    public boolean isCalledOff() {
      return pass.calledOff();
    }

    public String getDecided() {
      return time.moment(pass.decidedAt()) + " " + pass.decidedBy();
    }
  }

  @PostConstruct
  void load() {
    var schedule = desk.schedule(caller.session());
    fees = schedule.fees().stream().map(line -> new FeeRow(line, time)).toList();
    campaigns = schedule.campaigns().stream().map(pass -> new CampaignRow(pass, time)).toList();
  }

  /** Whether this operator may change it; asked again when they do. */
  public boolean isChangeable() {
    return caller.session().prefectures().isEmpty()
        && caller.session().isAny(OperatorRole.OPERATOR, OperatorRole.BILLING);
  }

  public String decide() {
    return DeskForm.act(
        PAGE,
        "料金を決めました",
        () -> desk.decide(caller.session(), typedDay(day, BAD_FEE), typedYen(), reason));
  }

  public String announce() {
    return DeskForm.act(
        PAGE,
        "キャンペーンを決めました",
        () ->
            desk.announce(
                caller.session(),
                name,
                typedDay(firstDay, BAD_CAMPAIGN),
                typedDay(lastDay, BAD_CAMPAIGN),
                reason));
  }

  public String callOff() {
    return DeskForm.act(
        PAGE, "キャンペーンを取りやめました", () -> desk.callOff(caller.session(), campaign, reason));
  }

  private static LocalDate typedDay(String text, LicensingProblem refusal) {
    try {
      return LocalDate.parse(plain(text).replace('/', '-'));
    } catch (DateTimeException e) {
      throw new DomainException(refusal, "日は 2027-04-01 のように入れてください。");
    }
  }

  private int typedYen() {
    try {
      return Integer.parseInt(plain(yen).replace(",", ""));
    } catch (NumberFormatException e) {
      throw new DomainException(BAD_FEE, "料金は数字だけで入れてください。");
    }
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
  }

  public List<FeeRow> getFees() {
    return fees;
  }

  public List<CampaignRow> getCampaigns() {
    return campaigns;
  }

  public String getDay() {
    return day;
  }

  public void setDay(String day) {
    this.day = day;
  }

  public String getYen() {
    return yen;
  }

  public void setYen(String yen) {
    this.yen = yen;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getFirstDay() {
    return firstDay;
  }

  public void setFirstDay(String firstDay) {
    this.firstDay = firstDay;
  }

  public String getLastDay() {
    return lastDay;
  }

  public void setLastDay(String lastDay) {
    this.lastDay = lastDay;
  }

  public String getCampaign() {
    return campaign;
  }

  public void setCampaign(String campaign) {
    this.campaign = campaign;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
