package jp.careplan.exchange.view;

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
import jp.careplan.application.Caller;
import jp.careplan.application.page.ActionWords;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.exchange.OfficeTrail;
import jp.careplan.kernel.AuditReading;
import jp.careplan.kernel.AuditReading.Mark;

/** The office's trail as a table for spreadsheets, with the filter of the page. */
@WebServlet("/office/trail-export")
public class OfficeTrailServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int PIECE = 500;

  /** 100 000 lines; more is asked for day by day. */
  private static final int MOST_PIECES = 200;

  @Inject private transient OfficeTrail trail;
  @Inject private transient Caller caller;
  @Inject private transient ActionWords words;
  @Inject private transient JapaneseTime time;

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
    var out = response.getWriter();
    out.append('\uFEFF');
    ListExport.print(out, Stream.of("日時", "だれが（ユーザID）", "何を", "対象"));
    Optional<Mark> after = Optional.empty();
    for (int piece = 0; piece < MOST_PIECES; piece++) {
      List<AuditReading.Line> lines =
          trail.read(caller.careSession(), query.filter(), after, PIECE);
      for (AuditReading.Line line : lines) {
        var row = new OfficeTrailRow(line, words, time);
        ListExport.print(
            out, Stream.of(row.getAt(), row.getUser(), row.getAction(), row.getSubject()));
      }
      if (lines.size() < PIECE) {
        return;
      }
      after = Optional.of(new Mark(lines.getLast().at(), lines.getLast().id()));
    }
  }
}
