package jp.careplan.application.view;

import static jp.careplan.kernel.KernelProblem.NOT_FOUND;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import jp.careplan.application.ApplicationForm.Description;
import jp.careplan.application.ApplicationStatus;
import jp.careplan.application.ApplicationSummary;
import jp.careplan.application.Caller;
import jp.careplan.application.HouseOperator;
import jp.careplan.application.Reporting;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PdfPaper;
import jp.careplan.application.page.PdfPaper.Fact;
import jp.careplan.application.page.PdfPaper.Sheet;
import jp.careplan.kernel.DomainException;

/** 申請完了のお知らせ as PDF, by its number. */
@WebServlet("/account/application/*")
public class ApplicationPaperServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Reporting reporting;
  @Inject private transient Caller caller;
  @Inject private transient PdfPaper paper;
  @Inject private transient JapaneseTime time;

  @Inject private transient HouseOperator operator;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    caller.session().requireAdministrator(); // as what it is of
    String number = String.valueOf(request.getPathInfo()).substring(1);
    ApplicationSummary application =
        reporting.history(caller.session().office()).stream()
            .filter(it -> it.status() == ApplicationStatus.COMPLETED)
            .filter(it -> it.id().value().equals(number))
            .findFirst()
            .orElseThrow(() -> new DomainException(NOT_FOUND, ""));
    byte[] pdf = paper.write(sheet(application));
    response.setContentType("application/pdf");
    response.setHeader("Content-Disposition", "attachment; filename=\"" + number + ".pdf\"");
    response.setContentLength(pdf.length);
    response.getOutputStream().write(pdf);
  }

  private Sheet sheet(ApplicationSummary application) {
    Description it = application.form().description();
    String day = application.decidedAt().map(time::moment).orElse("");
    return new Sheet(
        application.kind().title() + " 完了のお知らせ",
        it.name().isEmpty() ? "事業所番号 " + application.office() : it.name() + "　御中",
        application.kind().title() + "が正常に完了しております。",
        List.of(
            new Fact("申請番号", application.id().value()),
            new Fact("事業所番号", application.office().value()),
            new Fact("申請した日時", application.submittedAt().map(time::moment).orElse("")),
            new Fact("完了した日時", day),
            new Fact("所在地", it.address()),
            new Fact("サービス種類コード", it.kinds()),
            new Fact(
                "利用規約",
                application.agreedEdition() == 0
                    ? "–"
                    : "第" + application.agreedEdition() + "版に同意")),
        List.of(operator.getSigned()));
  }
}
