package jp.careplan.exchange.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.exchange.Partners;

/** The partners as a table for spreadsheets; page and API hand out the same one. */
@ApplicationScoped
public class PartnerTable {
  private static final List<String> HEAD =
      List.of(
          "お気に入り", "事業所", "事業所番号", "都道府県", "サービス", "状態", "最後に送った", "最後に届いた", "開始の月", "実績の希望日",
          "介護ソフト", "覚え書き");

  @Inject private Partners partners;
  @Inject private JapaneseTime time;

  /** All of them. */
  public void write(OfficeSession by, Appendable out) throws IOException {
    write(by, PartnerQuery.of(Map.of()), out);
  }

  void write(OfficeSession by, PartnerQuery query, Appendable out) throws IOException {
    List<PartnerLine> found =
        query.of(partners.of(by).stream().map(it -> new PartnerLine(it, time)).toList());
    ListExport.table(out, HEAD, found.stream().map(PartnerLine::cells).toList());
  }
}
