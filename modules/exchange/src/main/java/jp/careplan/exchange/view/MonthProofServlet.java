package jp.careplan.exchange.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeSession;
import jp.careplan.exchange.MonthProofs;
import jp.careplan.exchange.internal.transfer.Bundle;

/** 連携実績の証明書 to be taken along: {@code CODE.pdf}, {@code CODE.csv}, {@code CODE.p7m}. */
@WebServlet("/office/month-proof-paper/*")
public class MonthProofServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern PATH = Pattern.compile("/([0-9A-Z-]{24})\\.(pdf|csv|p7m)");

  @Inject private transient MonthProofs proofs;
  @Inject private transient MonthProofPapers papers;
  @Inject private transient Caller caller;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Matcher path = PATH.matcher(String.valueOf(request.getPathInfo()));
    if (!path.matches()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    OfficeSession by = caller.careSession();
    String code = path.group(1);
    switch (path.group(2)) {
      case "pdf" -> answer(response, code + ".pdf", "application/pdf", papers.pdf(by, code));
      case "p7m" ->
          answer(response, code + ".p7m", "application/pkcs7-mime", proofs.save(by, code).cms());
      default ->
          answer(
              response,
              code + ".csv",
              "text/csv;charset=UTF-8",
              papers.table(by, code).getBytes(UTF_8));
    }
  }

  private static void answer(HttpServletResponse response, String name, String type, byte[] body)
      throws IOException {
    response.setHeader("Content-Disposition", Bundle.disposition("month-proof-" + name));
    response.setContentType(type);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
