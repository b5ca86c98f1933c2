package jp.careplan.launcher.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import jp.careplan.launcher.api.OfficeName;
import jp.careplan.launcher.api.Overview;
import jp.careplan.launcher.api.Session;
import jp.careplan.launcher.errand.UpdateCheck;
import jp.careplan.launcher.errand.Warnings;
import jp.careplan.launcher.profile.CertificateFacts;
import jp.careplan.launcher.profile.Profile;
import jp.careplan.launcher.text.JapanTime;
import jp.careplan.launcher.trouble.Exit;
import jp.careplan.launcher.trouble.Problem;
import jp.careplan.launcher.trouble.Trouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "status", description = "つながるか、ライセンスと電子証明書がいつまでかを確かめます")
final class StatusCommand implements Callable<Integer> {
  record Status(
      String profile,
      String server,
      boolean reachable,
      String userId,
      @Nullable OfficeName office,
      Session.@Nullable Terminal terminal,
      Session.@Nullable Licence licence,
      CertificateView certificate,
      @Nullable Overview overview,
      @Nullable Long clockSkewSeconds,
      List<String> warnings,
      @Nullable Problem problem) {}

  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() {
    try (var desk = common.desk()) {
      Profile noted = desk.folder().read();
      var facts = new CertificateFacts(desk.identity().certificate());
      try {
        Status status = asked(desk, noted, facts);
        common.output().result(status, lines(status));
        return Exit.DONE.code();
      } catch (Trouble trouble) {
        Status status = unasked(desk, noted, facts, trouble.problem());
        common.output().result(status, lines(status));
        return trouble.exit().code();
      }
    }
  }

  private Status asked(Desk desk, Profile noted, CertificateFacts facts) {
    Session session = desk.exchange().session();
    Overview overview = desk.exchange().overview();
    var skew = desk.exchange().clockSkew();
    Instant now = common.clock().instant();
    List<String> warnings = new ArrayList<>(Warnings.of(session, facts, skew, now));
    warnings.addAll(new UpdateCheck(desk.folder(), noted, desk.identity()).warnings(now));
    return new Status(
        desk.folder().name(),
        noted.server(),
        true,
        noted.userId(),
        session.office(),
        session.terminal(),
        session.licence(),
        CertificateView.of(facts, now),
        overview,
        skew.toSeconds(),
        warnings,
        null);
  }

  private Status unasked(Desk desk, Profile noted, CertificateFacts facts, Problem problem) {
    return new Status(
        desk.folder().name(),
        noted.server(),
        problem.status() != 0,
        noted.userId(),
        facts.office().map(number -> new OfficeName(number, null, null)).orElse(null),
        null,
        null,
        CertificateView.of(facts, common.clock().instant()),
        null,
        null,
        Warnings.ofCertificate(facts, common.clock().instant()),
        problem);
  }

  private static List<String> lines(Status status) {
    var lines = new ArrayList<String>();
    lines.add("接続先      " + status.server() + (status.reachable() ? "（つながります）" : "（つながりません）"));
    lines.add("ユーザID    " + status.userId());
    Optional.ofNullable(status.office())
        .ifPresent(it -> lines.add("事業所      " + it.shown() + "（" + it.number() + "）"));
    Optional.ofNullable(status.licence()).ifPresent(it -> lines.add("ライセンス  " + licence(it)));
    lines.add(
        "電子証明書  "
            + JapanTime.day(Instant.parse(status.certificate().until()))
            + "まで（あと"
            + Math.max(0, status.certificate().daysLeft())
            + "日）");
    Optional.ofNullable(status.overview())
        .ifPresent(it ->
            lines.add(
                "今日        未受信 "
                    + it.unread()
                    + "件、送信 "
                    + it.sentToday()
                    + "件、相手が未受信 "
                    + it.notReceived()
                    + "件"));
    status.warnings().forEach(warning -> lines.add("△ " + warning));
    Optional.ofNullable(status.problem()).ifPresent(it -> lines.addAll(Output.problemLines(it)));
    return lines;
  }

  private static String licence(Session.Licence licence) {
    String until = licence.until() == null ? "" : "（" + licence.until() + "まで）";
    return (licence.runs() ? "有効" : "有効ではありません") + until;
  }
}
