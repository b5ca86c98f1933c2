package jp.careplan.exchange.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.careplan.application.Caller;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.exchange.Partners;

/** The partners as CSV, with the filter of the page. */
@WebServlet("/office/export/partners")
public class PartnerExportServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Partners partners;
  @Inject private transient Caller caller;
  @Inject private transient JapaneseTime time;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Map<String, String> parameters =
        request.getParameterMap().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()[0]));
    List<PartnerLine> rows =
        PartnerQuery.of(parameters)
            .of(
                partners.of(caller.careSession()).stream()
                    .map(it -> new PartnerLine(it, time))
                    .toList());
    response.setContentType("text/csv");
    response.setCharacterEncoding(ListExport.charset());
    response.setHeader("Content-Disposition", "attachment; filename=\"partners.csv\"");
    ListExport.table(
        response.getWriter(),
        List.of(
            "お気に入り", "事業所", "事業所番号", "都道府県", "サービス", "状態", "最後に送った", "最後に届いた", "開始の月", "実績の希望日",
            "介護ソフト", "覚え書き"),
        rows.stream().map(PartnerLine::cells).toList());
  }
}
