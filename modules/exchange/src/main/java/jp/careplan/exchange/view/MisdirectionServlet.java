package jp.careplan.exchange.view;

import static jp.careplan.exchange.ExchangeProblem.NO_MISDIRECTION;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeEntry;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.page.ActionWords;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PdfPaper;
import jp.careplan.exchange.Freezing;
import jp.careplan.exchange.Freezing.Case;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.exchange.internal.transfer.Bundle;
import jp.careplan.kernel.DomainException;

/** The record of a case as PDF, for the office's own duty. */
@WebServlet("/office/misdirected-report")
public class MisdirectionServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Freezing freezing;
  @Inject private transient OfficeDirectory offices;
  @Inject private transient PdfPaper paper;
  @Inject private transient Caller caller;
  @Inject private transient ActionWords actions;
  @Inject private transient JapaneseTime time;
  @Inject private transient Clock clock;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    OfficeSession by = caller.careSession();
    var id = new TransmissionId(Optional.ofNullable(request.getParameter("id")).orElse(""));
    Case found = freezing.find(by, id).orElseThrow(() -> new DomainException(NO_MISDIRECTION, ""));
    var text = new MisdirectionText(found, time, actions, clock.getZone());
    List<String> issuer =
        List.of(
            time.day(LocalDate.now(clock)),
            offices.find(by.office()).map(OfficeEntry::name).orElse(by.office().value()));
    byte[] pdf = paper.write(new PdfPaper.Letter("誤送信の控え", text.paper(), issuer));
    response.setContentType("application/pdf");
    response.setHeader("Content-Disposition", Bundle.disposition("misdirected-" + id + ".pdf"));
    response.setContentLength(pdf.length);
    response.getOutputStream().write(pdf);
  }
}
