package jp.careplan.application.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import jp.careplan.application.JoinedOffices;
import jp.careplan.application.JoinedOffices.Page;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.KindWords;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The directory as a table for spreadsheets, with the filter of the page; read page by page. */
@WebServlet("/office/directory-export")
public class DirectoryExportServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int PAGE = 200;

  /** More is asked for prefecture by prefecture. */
  private static final int MOST_PAGES = 100;

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator("\r\n").get();

  @Inject private transient JoinedOffices offices;
  @Inject private transient JapaneseTime time;
  @Inject private transient KindWords words;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    DirectoryQuery query =
        DirectoryQuery.of(name -> Optional.ofNullable(request.getParameter(name)).orElse(""));
    response.setContentType("text/csv");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"directory.csv\"");
    var out = response.getWriter();
    out.append('\uFEFF'); // spreadsheets ask for it
    var printer = new CSVPrinter(out, FORMAT);
    printer.printRecord("事業所番号", "事業所名", "都道府県", "サービス", "参加した日", "状態");
    Optional<String> after = Optional.empty();
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      Page page = offices.search(query.query(), after, PAGE);
      for (var office : page.items()) {
        printer.printRecord(
            new DirectoryRow(office, time, words)
                .cells().stream().map(TrailExportServlet::harmless).toList());
      }
      after = page.next();
      if (after.isEmpty()) {
        return;
      }
    }
  }
}
