package jp.careplan.application.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.careplan.application.OperatorCaller;
import jp.careplan.application.TrailDesk;
import jp.careplan.application.page.ActionWords;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.kernel.AuditReading;
import jp.careplan.kernel.AuditReading.Mark;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The trail as a table for spreadsheets, with the filter of the page; read piece by piece. */
@WebServlet("/desk/trail-export")
public class TrailExportServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int PIECE = 500;

  /** 100 000 lines; more is asked for day by day. */
  private static final int MOST_PIECES = 200;

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator("\r\n").get();

  @Inject private transient TrailDesk trail;
  @Inject private transient OperatorCaller caller;
  @Inject private transient ActionWords words;
  @Inject private transient JapaneseTime time;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    TrailQuery query = query(request);
    trail.exported(caller.session(), query.filter());
    response.setContentType("text/csv");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"trail.csv\"");
    var out = response.getWriter();
    out.append('\uFEFF'); // spreadsheets ask for it
    var printer = new CSVPrinter(out, FORMAT);
    printer.printRecord("日時", "だれが", "事業所番号", "何を", "対象", "理由", "受付番号");
    Optional<Mark> after = Optional.empty();
    for (int piece = 0; piece < MOST_PIECES; piece++) {
      List<AuditReading.Line> lines = trail.read(caller.session(), query.filter(), after, PIECE);
      Map<String, String> names = trail.names(lines);
      for (AuditReading.Line line : lines) {
        print(printer, new TrailRow(line, names, words, time));
      }
      if (lines.size() < PIECE) {
        return;
      }
      after = Optional.of(new Mark(lines.getLast().at(), lines.getLast().id()));
    }
  }

  private static void print(CSVPrinter printer, TrailRow row) throws IOException {
    printer.printRecord(
        Stream.of(
                row.getAt(),
                row.getActor(),
                row.getOffice(),
                row.getAction(),
                row.getSubject(),
                row.getReason(),
                row.getName())
            .map(TrailExportServlet::harmless)
            .toList());
  }

  /** A spreadsheet must not take a reason for a formula. */
  static String harmless(String cell) {
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  private static TrailQuery query(HttpServletRequest request) {
    return TrailQuery.of(
        request.getParameterMap().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()[0])));
  }
}
