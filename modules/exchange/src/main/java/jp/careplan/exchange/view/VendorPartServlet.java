package jp.careplan.exchange.view;

import static jp.careplan.exchange.VendorProblem.NO_SUCH_PART;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import jp.careplan.application.VendorTestPart;
import jp.careplan.application.VendorTestPart.Way;
import jp.careplan.exchange.VendorTesting;
import jp.careplan.exchange.internal.transfer.Bundle;
import jp.careplan.exchange.internal.transfer.Upload;
import jp.careplan.exchange.internal.transfer.UploadReader;
import jp.careplan.kernel.DomainException;

/** The files of a run: those that the care software wrote come in, those that it reads go out. */
@WebServlet({"/vendor/part/written", "/vendor/part/given"})
public class VendorPartServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** Under which the page finds what a try came to. */
  static final String TRIED = VendorPartView.Tried.class.getName();

  @Inject private transient VendorTesting testing;
  @Inject private transient UploadReader uploads;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!request.getServletPath().endsWith("/given")) {
      response.sendRedirect("/vendor/test");
      return;
    }
    VendorTestPart part = part(request.getParameter("part"), Way.IN);
    var files =
        testing.given(Optional.ofNullable(request.getParameter("code")).orElse(""), part.kind());
    response.setContentType("application/zip");
    response.setHeader("Content-Disposition", Bundle.disposition(part.code() + ".zip"));
    Bundle.write(files, response.getOutputStream());
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Upload upload = uploads.read(request);
    VendorTestPart part = part(upload.text("part").orElse(""), Way.OUT);
    String code = upload.text("code").orElse("");
    var judgement = testing.judge(code, part.kind(), upload.files(), request.getRemoteAddr());
    request.setAttribute(TRIED, new VendorPartView.Tried(code, part, judgement));
    request.getRequestDispatcher("/vendor/part.xhtml").forward(new FirstLook(request), response);
  }

  private static VendorTestPart part(@org.jspecify.annotations.Nullable String code, Way way) {
    return Optional.ofNullable(code)
        .flatMap(VendorTestPart::of)
        .filter(part -> part.way() == way)
        .orElseThrow(() -> new DomainException(NO_SUCH_PART, ""));
  }
}
