package jp.careplan.exchange.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import jp.careplan.application.Caller;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.exchange.internal.transfer.Bundle;

/** The record of a case as PDF, for the office's own duty. */
@WebServlet("/office/misdirected-report")
public class MisdirectionServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Papers papers;
  @Inject private transient Caller caller;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var id = new TransmissionId(Optional.ofNullable(request.getParameter("id")).orElse(""));
    byte[] pdf = papers.misdirection(caller.careSession(), id);
    response.setContentType("application/pdf");
    response.setHeader("Content-Disposition", Bundle.disposition("misdirected-" + id + ".pdf"));
    response.setContentLength(pdf.length);
    response.getOutputStream().write(pdf);
  }
}
