package jp.careplan.application.view;

import static jp.careplan.application.StaffProblem.UNKNOWN_STAFF;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.Caller;
import jp.careplan.application.Joining;
import jp.careplan.application.Joining.Invited;
import jp.careplan.application.page.PdfPaper;
import jp.careplan.application.page.PdfPaper.Fact;
import jp.careplan.application.page.PdfPaper.Sheet;
import jp.careplan.kernel.DomainException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** 職員の招待 as PDF, for the administrator who just made it and knows its code. */
@WebServlet("/account/staff-invitation")
public class StaffPaperServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Joining joining;
  @Inject private transient Caller caller;
  @Inject private transient PdfPaper paper;

  @Inject
  @ConfigProperty(name = "careplan.public-url", defaultValue = "http://localhost:8080")
  private transient String publicUrl;

  @Inject
  @ConfigProperty(name = "careplan.operator.name")
  private transient Optional<String> operator;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    caller.session().requireAdministrator();
    String code = Typed.writtenCode(String.valueOf(request.getParameter("code")));
    Invited invited = joining.preview(code);
    if (!invited.user().account().equals(caller.session().user().account())) {
      throw new DomainException(UNKNOWN_STAFF, "");
    }
    byte[] pdf = paper.write(sheet(invited, code));
    response.setContentType("application/pdf");
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"" + invited.user() + ".pdf\"");
    response.setContentLength(pdf.length);
    response.getOutputStream().write(pdf);
  }

  private Sheet sheet(Invited invited, String code) {
    return new Sheet(
        "職員としての招待",
        invited.name() + "　様",
        "次のアドレスを開き、招待コードを入れて、パスワードを決めてください。7日のあいだ、1回だけ使えます。",
        List.of(
            new Fact("事業所", invited.officeName()),
            new Fact("ユーザID", invited.user().value()),
            new Fact("アドレス", publicUrl + "/account/join"),
            new Fact("招待コード", code)),
        List.of(invited.officeName(), operator.orElse("ケアプランデータ連携")));
  }
}
