package jp.careplan.exchange.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import jp.careplan.application.Caller;
import jp.careplan.application.page.ActionWords;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.exchange.OfficeTrail;
import jp.careplan.kernel.AuditReading;

/** 事業所の記録: who did what, for its administrators. */
@Named
@RequestScoped
public class OfficeTrailView {
  private static final int PAGE = 50;

  @Inject private OfficeTrail trail;
  @Inject private Caller caller;
  @Inject private ActionWords words;
  @Inject private JapaneseTime time;

  private OfficeTrailQuery query = OfficeTrailQuery.of(Map.of());
  private List<OfficeTrailRow> rows = List.of();
  private String next = "";

  @PostConstruct
  void load() {
    query =
        OfficeTrailQuery.of(
            FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap());
    List<AuditReading.Line> found =
        trail.read(caller.careSession(), query.filter(), query.after(), PAGE + 1);
    if (found.size() > PAGE) {
      found = found.subList(0, PAGE);
      next = "/office/trail?" + query.address(found.getLast());
    }
    Map<String, String> numbers = trail.receiptNumbers(caller.careSession(), found);
    rows = found.stream().map(line -> new OfficeTrailRow(line, numbers, words, time)).toList();
  }

  public OfficeTrailQuery getQuery() {
    return query;
  }

  public List<OfficeTrailRow> getRows() {
    return rows;
  }

  public String getNext() {
    return next;
  }

  public String getExport() {
    return "/office/trail-export?" + query.address();
  }

  /** Code and word of what an office's own people do, for choosing. */
  public List<Map.Entry<String, String>> getActions() {
    return TrailGroup.named().stream().map(code -> Map.entry(code, words.of(code))).toList();
  }
}
