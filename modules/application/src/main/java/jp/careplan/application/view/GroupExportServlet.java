package jp.careplan.application.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeGroup;
import jp.careplan.application.page.JapaneseTime;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The group as a table for spreadsheets. */
@WebServlet("/account/group-export")
public class GroupExportServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator("\r\n").get();

  @Inject private transient OfficeGroup group;
  @Inject private transient Caller caller;
  @Inject private transient JapaneseTime time;
  @Inject private transient Clock clock;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/csv");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"offices.csv\"");
    var out = response.getWriter();
    out.append('\uFEFF'); // spreadsheets ask for it
    var printer = new CSVPrinter(out, FORMAT);
    printer.printRecord("事業所番号", "事業所名", "ライセンス", "ライセンスの期限", "利用申請", "使える端末", "電子証明書の早い期限");
    for (OfficeGroup.Member member : group.members(caller.session())) {
      printer.printRecord(
          new GroupRow(member, time, clock.getZone())
              .cells().stream().map(TrailExportServlet::harmless).toList());
    }
  }
}
