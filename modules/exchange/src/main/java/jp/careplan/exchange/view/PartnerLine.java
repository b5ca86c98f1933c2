package jp.careplan.exchange.view;

import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.careplan.application.Prefecture;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.exchange.Partners.Partner;
import jp.careplan.kernel.ServiceKind;

/** A partner as the pages show it. */
public final class PartnerLine {
  private final Partner it;
  private final JapaneseTime time;

  PartnerLine(Partner it, JapaneseTime time) {
    this.it = it;
    this.time = time;
  }

  Partner partner() {
    return it;
  }

  public String getNumber() {
    return it.number().value();
  }

  public String getName() {
    return it.name();
  }

  public String getPrefecture() {
    return Prefecture.nameOf(getNumber().substring(0, 2));
  }

  public String getKinds() {
    return it.kinds().stream()
        .map(ServiceKind::value)
        .sorted()
        .map(Words::serviceKind)
        .collect(Collectors.joining("、"));
  }

  public boolean isFavourite() {
    return it.keeping().favourite();
  }

  public String getState() {
    return it.state().words();
  }

  public String getStyle() {
    return it.state().style();
  }

  public boolean isReachable() {
    return it.state().canBeSentTo();
  }

  public boolean isInvitable() {
    return it.state().canBeInvited();
  }

  public String getJoined() {
    return it.joinedOn().map(time::day).orElse("–");
  }

  public String getInvited() {
    return it.invitedAt().map(time::moment).orElse("");
  }

  public String getLastSent() {
    return moment(it.lastSent());
  }

  public String getLastArrived() {
    return moment(it.lastArrived());
  }

  private String moment(Optional<Instant> at) {
    return at.map(time::moment).orElse("–");
  }

  public boolean isExchanging() {
    return it.lastSent().isPresent() || it.lastArrived().isPresent();
  }

  public String getNote() {
    return it.keeping().note();
  }

  /** 毎月3日; with the month agreed to start from before it. */
  public String getAgreed() {
    String start =
        it.keeping().startMonth().isEmpty() ? "" : month(it.keeping().startMonth()) + "から、";
    return start + "実績は翌月" + it.keeping().resultDay() + "日まで";
  }

  private String month(String digits) {
    return time.month(YearMonth.parse(digits, DateTimeFormatter.ofPattern("uuuuMM")));
  }

  public String getSoftware() {
    return it.software().orElse("–");
  }

  /** For a spreadsheet. */
  List<String> cells() {
    return List.of(
        isFavourite() ? "★" : "",
        getName(),
        getNumber(),
        getPrefecture(),
        getKinds(),
        getState(),
        getLastSent(),
        getLastArrived(),
        it.keeping().startMonth(),
        String.valueOf(it.keeping().resultDay()),
        getSoftware(),
        getNote());
  }
}
