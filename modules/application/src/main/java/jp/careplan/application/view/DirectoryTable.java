package jp.careplan.application.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import jp.careplan.application.JoinedOffices;
import jp.careplan.application.JoinedOffices.Page;
import jp.careplan.application.JoinedOffices.Query;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.KindWords;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The directory as a table for spreadsheets, read page by page; page and API hand out the same one.
 */
@ApplicationScoped
public class DirectoryTable {
  private static final int PAGE = 200;

  /** More is asked for prefecture by prefecture. */
  private static final int MOST_PAGES = 100;

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator("\r\n").get();

  @Inject private JoinedOffices offices;
  @Inject private JapaneseTime time;
  @Inject private KindWords words;

  public void write(Query query, Appendable out) throws IOException {
    out.append('\uFEFF'); // spreadsheets ask for it
    var printer = new CSVPrinter(out, FORMAT);
    printer.printRecord("事業所番号", "事業所名", "都道府県", "サービス", "参加した日", "状態");
    Optional<String> after = Optional.empty();
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      Page page = offices.search(query, after, PAGE);
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
