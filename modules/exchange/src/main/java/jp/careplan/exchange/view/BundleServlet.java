package jp.careplan.exchange.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeSession;
import jp.careplan.exchange.BulkReceiving;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.exchange.TransmissionSummary;
import jp.careplan.exchange.internal.transfer.Bundle;

/** What is ticked in the inbox, or all that is unread there, as one ZIP; receives it on the way. */
@WebServlet("/office/bundle")
public class BundleServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMdd-HHmm");

  @Inject private transient BulkReceiving bulk;
  @Inject private transient Caller caller;
  @Inject private transient Clock clock;

  /** A form sends this, so that no link and no look ahead of a browser receives anything. */
  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    OfficeSession by = caller.careSession();
    Optional<String[]> picked = Optional.ofNullable(request.getParameterValues("pick"));
    if (picked.isEmpty() && request.getParameter("all-unread") == null) {
      response.sendRedirect("/office/inbox?picked=none");
      return;
    }
    List<TransmissionSummary> wanted =
        request.getParameter("all-unread") == null
            ? bulk.inOrder(by, Stream.of(picked.get()).map(TransmissionId::new).toList())
            : bulk.unread(by);
    response.setContentType("application/zip");
    response.setHeader(
        "Content-Disposition",
        Bundle.disposition("careplan-" + MOMENT.format(ZonedDateTime.now(clock)) + ".zip"));
    bulk.write(
        by, wanted, response.getOutputStream(), () -> true); // one who is gone is an error here
  }
}
