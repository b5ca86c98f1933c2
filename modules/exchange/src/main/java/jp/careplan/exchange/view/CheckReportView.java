package jp.careplan.exchange.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.exchange.CheckReport;

/** ファイルの確認の結果, as long as this one answer takes. */
@Named
@RequestScoped
public class CheckReportView {
  private static final int MOST_JSON = 1024 * 1024;
  private static final int MOST_FINDINGS_OF_ALL = 600;

  @Inject private JapaneseTime time;

  private Optional<CheckReport> report = Optional.empty();
  private List<CheckedRow> units = List.of();

  @PostConstruct
  void take() {
    report =
        Optional.ofNullable(
                FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .getRequestMap()
                    .get(PublicCheckServlet.REPORT))
            .map(CheckReport.class::cast);
    units =
        report
            .map(it -> CheckedRow.worstFirst(it.units(), time, MOST_FINDINGS_OF_ALL))
            .orElse(List.of());
  }

  public boolean isThere() {
    return report.isPresent();
  }

  public List<CheckedRow> getUnits() {
    return units;
  }

  public long getAccepted() {
    return report.map(CheckReport::accepted).orElse(0L);
  }

  public long getRefused() {
    return report.map(CheckReport::refused).orElse(0L);
  }

  public String getNumber() {
    return report.map(CheckReport::id).orElse("");
  }

  public String getAt() {
    return report.map(it -> time.moment(it.at())).orElse("");
  }

  /** The same for programs, inside the page itself: nothing is kept that could be fetched later. */
  public String getJsonAddress() {
    return report
        .map(CheckReport::json)
        .filter(json -> json.length() <= MOST_JSON)
        .map(json -> json.getBytes(StandardCharsets.UTF_8))
        .map(json -> "data:application/json;base64," + Base64.getEncoder().encodeToString(json))
        .orElse("");
  }
}
