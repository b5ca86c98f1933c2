package jp.careplan.exchange.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import jp.careplan.application.Caller;
import jp.careplan.exchange.internal.transfer.Bundle;
import jp.careplan.kernel.OfficeNumber;

/** Cover and letter of an invitation as PDF. */
@WebServlet("/office/invitation-letter")
public class InvitationServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Papers papers;
  @Inject private transient Caller caller;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var partner = new OfficeNumber(Optional.ofNullable(request.getParameter("number")).orElse(""));
    byte[] pdf = papers.invitation(caller.careSession(), partner);
    response.setContentType("application/pdf");
    response.setHeader("Content-Disposition", Bundle.disposition("invitation-" + partner + ".pdf"));
    response.setContentLength(pdf.length);
    response.getOutputStream().write(pdf);
  }
}
