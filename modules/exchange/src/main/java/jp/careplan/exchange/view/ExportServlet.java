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
import jp.careplan.application.OfficeSession;

/** The lists as CSV, with the filter of the page. */
@WebServlet({"/office/export/inbox", "/office/export/sent"})
public class ExportServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient ListTables tables;
  @Inject private transient Caller caller;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    OfficeSession by = caller.careSession();
    boolean inbox = request.getServletPath().endsWith("/inbox");
    ListQuery query = query(request);
    response.setContentType("text/csv");
    response.setCharacterEncoding(ListExport.charset());
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"" + (inbox ? "inbox" : "sent") + ".csv\"");
    if (inbox) {
      tables.inbox(by, query.filter(), response.getWriter());
    } else {
      tables.sent(by, query.filter(), response.getWriter());
    }
  }

  private static ListQuery query(HttpServletRequest request) {
    Map<String, String> parameters =
        request.getParameterMap().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()[0]));
    return ListQuery.of(parameters);
  }
}
