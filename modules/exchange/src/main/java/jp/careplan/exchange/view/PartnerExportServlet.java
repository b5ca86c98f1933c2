package jp.careplan.exchange.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import jp.careplan.application.Caller;

/** The partners as CSV, with the filter of the page. */
@WebServlet("/office/export/partners")
public class PartnerExportServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient PartnerTable table;
  @Inject private transient Caller caller;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Map<String, String> parameters =
        request.getParameterMap().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()[0]));
    response.setContentType("text/csv");
    response.setCharacterEncoding(ListExport.charset());
    response.setHeader("Content-Disposition", "attachment; filename=\"partners.csv\"");
    table.write(caller.careSession(), PartnerQuery.of(parameters), response.getWriter());
  }
}
