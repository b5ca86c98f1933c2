package jp.careplan.exchange.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.view.JapaneseTime;
import jp.careplan.exchange.Mailboxes;
import jp.careplan.exchange.Mailboxes.Page;
import org.jspecify.annotations.Nullable;

/** The lists as CSV, with the filter of the page; read page by page. */
@WebServlet({"/office/export/inbox", "/office/export/sent"})
public class ExportServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int PAGE = 200;

  /** A year of a large office; more is asked for month by month. */
  private static final int MOST_PAGES = 50;

  @Inject private transient Mailboxes mailboxes;
  @Inject private transient Caller caller;
  @Inject private transient JapaneseTime time;

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
    var out = response.getWriter();
    ListExport.begin(out);
    @Nullable String cursor = null;
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      Page page = page(by, inbox, query, Optional.ofNullable(cursor));
      ListExport.rows(
          out,
          page.items().stream().map(item -> new TransmissionRow(item, by.office(), time)).toList());
      if (page.next().isEmpty()) {
        return;
      }
      cursor = page.next().get();
    }
  }

  private Page page(OfficeSession by, boolean inbox, ListQuery query, Optional<String> cursor) {
    return inbox
        ? mailboxes.inbox(by, query.filter(), cursor, PAGE)
        : mailboxes.sent(by, query.filter(), cursor, PAGE);
  }

  private static ListQuery query(HttpServletRequest request) {
    Map<String, String> parameters =
        request.getParameterMap().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()[0]));
    return ListQuery.of(parameters);
  }
}
