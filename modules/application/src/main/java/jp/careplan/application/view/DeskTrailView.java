package jp.careplan.application.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import jp.careplan.application.OperatorCaller;
import jp.careplan.application.TrailDesk;
import jp.careplan.application.page.ActionWords;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.kernel.AuditReading;

/** 監査証跡. */
@Named
@RequestScoped
public class DeskTrailView {
  private static final int PAGE = 50;

  @Inject private TrailDesk trail;
  @Inject private OperatorCaller caller;
  @Inject private ActionWords words;
  @Inject private JapaneseTime time;

  private TrailQuery query = TrailQuery.of(Map.of());
  private List<TrailRow> rows = List.of();
  private String next = "";

  @PostConstruct
  void load() {
    query =
        TrailQuery.of(
            FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap());
    List<AuditReading.Line> found =
        trail.read(caller.session(), query.filter(), query.after(), PAGE + 1);
    if (found.size() > PAGE) {
      found = found.subList(0, PAGE);
      next = "/desk/trail?" + query.address(found.getLast());
    }
    Map<String, String> names = trail.names(found);
    rows = found.stream().map(line -> new TrailRow(line, names, words, time)).toList();
  }

  public TrailQuery getQuery() {
    return query;
  }

  public List<TrailRow> getRows() {
    return rows;
  }

  public String getNext() {
    return next;
  }

  public String getExport() {
    return "/desk/trail-export?" + query.address();
  }

  /** Code and word of each action, for choosing. */
  public List<Map.Entry<String, String>> getActions() {
    return words.all().entrySet().stream().sorted(Map.Entry.comparingByValue()).toList();
  }
}
