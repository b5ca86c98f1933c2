package jp.careplan.application.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import jp.careplan.application.OfficeGroup.Member;
import jp.careplan.application.page.JapaneseTime;

/** One office of the group as page and table show it. */
public final class GroupRow {
  private final Member member;
  private final JapaneseTime time;
  private final ZoneId zone;

  GroupRow(Member member, JapaneseTime time, ZoneId zone) {
    this.member = member;
    this.time = time;
    this.zone = zone;
  }

  public String getNumber() {
    return member.number().value();
  }

  public String getName() {
    return member.name();
  }

  /** Whether it is the office that looks on. */
  public boolean isOwn() {
    return member.linkedAt().isEmpty();
  }

  public String getLicence() {
    String day = member.licence().until().map(time::day).orElse("");
    return switch (member.licence().state()) {
      case "RUNNING" -> "✓ 有効（" + day + "まで）";
      case "ENDED" -> "✗ 期間が終わりました（" + day + "まで）";
      case "SUSPENDED" -> "✗ 止められています";
      default -> "– ありません";
    };
  }

  public String getApplication() {
    return member.application().map(StatusWords::of).orElse("– まだです");
  }

  public String getCertificates() {
    return member
        .certificateUntil()
        .map(until -> "✓ " + member.terminals() + "台（早いもので" + time.day(day(until)) + "まで）")
        .orElse("✗ 使える端末がありません");
  }

  private LocalDate day(Instant moment) {
    return moment.atZone(zone).toLocalDate();
  }

  /** Bare days, for sorting in a spreadsheet. */
  List<String> cells() {
    return List.of(
        getNumber(),
        getName(),
        getLicence(),
        member.licence().until().map(LocalDate::toString).orElse(""),
        getApplication(),
        String.valueOf(member.terminals()),
        member.certificateUntil().map(it -> day(it).toString()).orElse(""));
  }
}
