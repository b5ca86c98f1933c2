package jp.careplan.exchange.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.careplan.application.Caller;
import jp.careplan.exchange.TakingAlong;
import jp.careplan.exchange.internal.transfer.Bundle;

/** What an office takes along, as one ZIP that goes out piece by piece. */
@WebServlet("/office/takeout/*")
public class TakeoutServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient TakingAlong takingAlong;
  @Inject private transient Caller caller;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = String.valueOf(request.getPathInfo());
    String id = path.startsWith("/") ? path.substring(1) : path;
    TakingAlong.Zip zip = takingAlong.open(caller.careSession(), id);
    response.setContentType("application/zip");
    response.setHeader("Content-Disposition", Bundle.disposition("careplan-" + id + ".zip"));
    zip.writeTo(response.getOutputStream());
  }
}
