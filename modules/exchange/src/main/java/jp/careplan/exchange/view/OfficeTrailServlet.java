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
import jp.careplan.exchange.OfficeTrail;

/** The office's trail as a table for spreadsheets, with the filter of the page. */
@WebServlet("/office/trail-export")
public class OfficeTrailServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient OfficeTrail trail;
  @Inject private transient Caller caller;
  @Inject private transient ListTables tables;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    OfficeTrailQuery query =
        OfficeTrailQuery.of(
            request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()[0])));
    trail.saved(caller.careSession());
    response.setContentType("text/csv");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"office-trail.csv\"");
    tables.trail(caller.careSession(), query.filter(), response.getWriter());
  }
}
