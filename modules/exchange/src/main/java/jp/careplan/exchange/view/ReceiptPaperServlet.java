package jp.careplan.exchange.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.careplan.application.Caller;
import jp.careplan.application.HouseOperator;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PdfPaper;
import jp.careplan.application.page.PdfPaper.Fact;
import jp.careplan.application.page.PdfPaper.Sheet;
import jp.careplan.exchange.ReceiptReading;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.exchange.internal.transfer.Bundle;

/** 受付証 as PDF: {@code /office/receipt-paper/ID.pdf}. */
@WebServlet("/office/receipt-paper/*")
public class ReceiptPaperServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern PATH = Pattern.compile("/([^/]+)\\.pdf");

  @Inject private transient ReceiptReading receipts;
  @Inject private transient Caller caller;
  @Inject private transient PdfPaper paper;
  @Inject private transient JapaneseTime time;
  @Inject private transient HouseOperator operator;
  @Inject private transient Clock clock;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Matcher path = PATH.matcher(String.valueOf(request.getPathInfo()));
    if (!path.matches()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    paper.requireFont();
    var id = new TransmissionId(path.group(1));
    byte[] pdf = paper.write(sheet(receipts.save(caller.careSession(), id)));
    response.setContentType("application/pdf");
    response.setHeader("Content-Disposition", Bundle.disposition("receipt-" + id + ".pdf"));
    response.setContentLength(pdf.length);
    response.getOutputStream().write(pdf);
  }

  private Sheet sheet(ReceiptReading.Opened opened) {
    var sheet = new ReceiptSheet(opened, time);
    List<Fact> facts = new ArrayList<>(sheet.facts());
    facts.addAll(sheet.steps());
    facts.addAll(sheet.files());
    facts.addAll(sheet.signatures());
    return new Sheet(
        "受付証",
        "",
        "この仕組みが、次のとおり受け付け、保管していることを示します。署名のある受付証（拡張子 p7m）は、つながらなくても確かめられます。",
        List.copyOf(facts),
        operator.sender("作った日時 " + time.moment(clock.instant())));
  }
}
