package jp.careplan.exchange.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.careplan.application.Caller;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.exchange.internal.transfer.Bundle;

/** 受付証 as PDF: {@code /office/receipt-paper/ID.pdf}. */
@WebServlet("/office/receipt-paper/*")
public class ReceiptPaperServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern PATH = Pattern.compile("/([^/]+)\\.pdf");

  @Inject private transient Papers papers;
  @Inject private transient Caller caller;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Matcher path = PATH.matcher(String.valueOf(request.getPathInfo()));
    if (!path.matches()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    var id = new TransmissionId(path.group(1));
    byte[] pdf = papers.receipt(caller.careSession(), id);
    response.setContentType("application/pdf");
    response.setHeader("Content-Disposition", Bundle.disposition("receipt-" + id + ".pdf"));
    response.setContentLength(pdf.length);
    response.getOutputStream().write(pdf);
  }
}
