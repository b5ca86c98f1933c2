package jp.careplan.application.view;

import static jp.careplan.application.ApplicationProblem.FILE_PASSWORD;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import jp.careplan.application.Caller;
import jp.careplan.application.Enrolling;
import jp.careplan.kernel.DomainException;

/** A certificate with its key as a file, for those whose programs want one. Never kept here. */
@WebServlet("/account/certificate-file")
public class CertificateFileServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Enrolling enrolling;
  @Inject private transient Caller caller;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    caller.session().requireAdministrator();
    String password = text(request, "file-password");
    if (!password.equals(text(request, "file-again"))) {
      throw new DomainException(FILE_PASSWORD, "2つの欄のパスワードが違います。");
    }
    String renews = text(request, "renews");
    var applicant =
        new Enrolling.Applicant(
            caller.session().user().account().value(),
            text(request, "issue-password"),
            text(request, "terminal-name"),
            renews.isEmpty() ? Optional.empty() : Optional.of(renews));
    byte[] file = enrolling.enrollAsFile(applicant, password);
    response.setContentType("application/x-pkcs12");
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"careplan-" + caller.session().office() + ".p12\"");
    response.setContentLength(file.length);
    response.getOutputStream().write(file);
  }

  private static String text(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value;
  }
}
