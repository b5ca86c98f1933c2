package jp.careplan.exchange.view;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import jp.careplan.exchange.CheckReport;
import jp.careplan.exchange.PublicChecking;
import jp.careplan.exchange.internal.paper.CheckPaper;
import jp.careplan.exchange.internal.transfer.Bundle;
import jp.careplan.exchange.internal.transfer.Upload;
import jp.careplan.exchange.internal.transfer.UploadReader;

/**
 * Answers the form of the page ファイルの確認 with the report itself: it is kept nowhere, so there is no
 * address to lead to. Not through Faces, whose multipart would write files to a disk.
 */
@WebServlet("/vendor/check/report")
public class PublicCheckServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** Under which the page finds what to show. */
  static final String REPORT = CheckReport.class.getName();

  @Inject private transient PublicChecking checking;
  @Inject private transient CheckPaper paper;
  @Inject private transient UploadReader uploads;

  /** Who reloads or comes back later: there is nothing any more. */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendRedirect("/vendor/check");
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Upload upload = uploads.read(request);
    CheckReport report = checking.check(request.getRemoteAddr(), upload.files());
    switch (upload.text("as").orElse("")) {
      case "pdf" ->
          file(response, "application/pdf", "check-" + report.id() + ".pdf", paper.write(report));
      case "json" ->
          file(
              response,
              "application/json",
              "check-" + report.id() + ".json",
              report.json().getBytes(StandardCharsets.UTF_8));
      default -> {
        request.setAttribute(REPORT, report);
        request
            .getRequestDispatcher("/vendor/check-report.xhtml")
            .forward(new FirstLook(request), response);
      }
    }
  }

  private static void file(HttpServletResponse response, String type, String name, byte[] content)
      throws IOException {
    response.setContentType(type);
    response.setHeader("Content-Disposition", Bundle.disposition(name));
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
  }
}
