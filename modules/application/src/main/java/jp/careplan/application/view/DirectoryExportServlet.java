package jp.careplan.application.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** The directory as a table for spreadsheets, with the filter of the page. */
@WebServlet("/office/directory-export")
public class DirectoryExportServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient DirectoryTable table;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    DirectoryQuery query =
        DirectoryQuery.of(name -> Optional.ofNullable(request.getParameter(name)).orElse(""));
    response.setContentType("text/csv");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"directory.csv\"");
    table.write(query.query(), response.getWriter());
  }
}
