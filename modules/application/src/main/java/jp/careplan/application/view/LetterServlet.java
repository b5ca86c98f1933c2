package jp.careplan.application.view;

import static jp.careplan.kernel.KernelProblem.NOT_FOUND;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import jp.careplan.application.HouseOperator;
import jp.careplan.application.IdRequests;
import jp.careplan.application.OperatorCaller;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PdfPaper;
import jp.careplan.application.page.PdfPaper.Letter;
import jp.careplan.kernel.DomainException;

/** Letters as PDF: one with a password once, the answer to a request for an ID at any time. */
@WebServlet({"/desk/letter", "/desk/id-request-letter"})
public class LetterServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient OperatorCaller caller;
  @Inject private transient LetterTray tray;
  @Inject private transient IdRequests requests;
  @Inject private transient RegisteredOffice registered;
  @Inject private transient PdfPaper paper;
  @Inject private transient JapaneseTime time;
  @Inject private transient Clock clock;
  @Inject private transient HouseOperator operator;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] pdf =
        request.getServletPath().equals("/desk/letter")
            ? tray.take(caller.session(), this::printed)
            : answer(Optional.ofNullable(request.getParameter("number")).orElse(""));
    response.setContentType("application/pdf");
    response.setHeader("Content-Disposition", "attachment; filename=\"letter.pdf\"");
    response.setContentLength(pdf.length);
    response.getOutputStream().write(pdf);
  }

  private byte[] answer(String number) {
    IdRequests.Detail detail = requests.open(caller.session(), number);
    String text = detail.letter().orElseThrow(() -> new DomainException(NOT_FOUND, ""));
    String to = registered.addressee(detail.question());
    return printed("IDの確認への回答", to + "\n\n受付番号 " + number + "\n\n" + text);
  }

  private byte[] printed(String title, String text) {
    return paper.write(new Letter(title, text, operator.sender(time.day(LocalDate.now(clock)))));
  }
}
