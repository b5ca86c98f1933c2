package jp.careplan.licensing.view;

import static jp.careplan.licensing.LicensingProblem.NO_LICENSE;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.ApplicationSummary;
import jp.careplan.application.Applying;
import jp.careplan.application.Caller;
import jp.careplan.application.HouseOperator;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeProfile;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PdfPaper;
import jp.careplan.application.page.PdfPaper.Fact;
import jp.careplan.application.page.PdfPaper.Sheet;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.licensing.Licensing;
import jp.careplan.licensing.Licensing.Period;

/** ライセンス証明書 as PDF: the year that runs, or the last that ran. */
@WebServlet("/account/license-certificate")
public class CertificatePaperServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Licensing licensing;
  @Inject private transient OfficeDirectory offices;
  @Inject private transient Applying applying;
  @Inject private transient Caller caller;
  @Inject private transient PdfPaper paper;
  @Inject private transient JapaneseTime time;
  @Inject private transient Clock clock;

  @Inject private transient HouseOperator operator;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    OfficeNumber office = caller.session().office();
    LocalDate today = LocalDate.now(clock);
    Period period =
        licensing.overviewOf(office).periods().stream()
            .filter(it -> !it.days().from().isAfter(today))
            .reduce((earlier, later) -> later)
            .orElseThrow(() -> new DomainException(NO_LICENSE, ""));
    byte[] pdf = paper.write(sheet(office, period, today));
    response.setContentType("application/pdf");
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"license-" + office + ".pdf\"");
    response.setContentLength(pdf.length);
    response.getOutputStream().write(pdf);
  }

  private Sheet sheet(OfficeNumber office, Period period, LocalDate today) {
    Optional<OfficeProfile> profile = offices.profileOf(office);
    String name = profile.map(OfficeProfile::name).orElse("");
    return new Sheet(
        "ライセンス証明書",
        name + "　御中",
        "次のとおり、ケアプランデータ連携のライセンスがあることを証明します。",
        List.of(
            new Fact("事業所番号", office.value()),
            new Fact("事業所の名称", name),
            new Fact("所在地", profile.map(OfficeProfile::address).orElse("")),
            new Fact(
                "有効期間",
                time.day(period.days().from()) + "から" + time.day(period.days().until()) + "まで"),
            new Fact("ライセンス料", period.fee()),
            new Fact(
                "申請番号",
                applying
                    .newest(office)
                    .map(ApplicationSummary::id)
                    .map(Object::toString)
                    .orElse("–"))),
        List.of("発行日 " + time.day(today), operator.getSigned()));
  }
}
