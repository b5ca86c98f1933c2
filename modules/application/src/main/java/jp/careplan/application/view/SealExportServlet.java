package jp.careplan.application.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.careplan.application.OperatorCaller;
import jp.careplan.application.SealDesk;

/** Seals to be kept elsewhere, behind the number {@code after}; and who signed them. */
@WebServlet({"/desk/seals-export", "/desk/seal-signers"})
public class SealExportServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient SealDesk desk;
  @Inject private transient OperatorCaller caller;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean signers = request.getServletPath().endsWith("signers");
    response.setContentType(signers ? "application/x-pem-file" : "application/jsonl");
    response.setCharacterEncoding("UTF-8");
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"" + (signers ? "seal-signers.pem" : "seals.jsonl") + "\"");
    if (signers) {
      response.getWriter().write(desk.signers(caller.session()));
    } else {
      desk.write(caller.session(), after(request.getParameter("after")), response.getWriter());
    }
  }

  /** What cannot be read is as if it were not there. */
  private static long after(String text) {
    return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
  }
}
