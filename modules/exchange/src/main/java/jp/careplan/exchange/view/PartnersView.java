package jp.careplan.exchange.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import jp.careplan.application.Caller;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.exchange.Partners;

/** 連携先. */
@Named
@RequestScoped
public class PartnersView {
  private static final int PAGE = 100;

  @Inject private Partners partners;
  @Inject private Caller caller;
  @Inject private JapaneseTime time;

  private PartnerQuery query = PartnerQuery.of(Map.of());
  private List<PartnerLine> rows = List.of();
  private boolean any;
  private String next = "";

  @PostConstruct
  void load() {
    query =
        PartnerQuery.of(
            FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap());
    List<PartnerLine> all =
        partners.of(caller.careSession()).stream().map(it -> new PartnerLine(it, time)).toList();
    any = !all.isEmpty();
    List<PartnerLine> found = query.of(all);
    rows = found.subList(0, Math.min(PAGE, found.size()));
    next = found.size() > PAGE ? query.address(rows.getLast().getNumber()) : "";
  }

  public PartnerQuery getQuery() {
    return query;
  }

  public List<PartnerLine> getRows() {
    return rows;
  }

  /** Whether there is any partner at all. */
  public boolean isAny() {
    return any;
  }

  public String getNext() {
    return next;
  }

  public String getFirst() {
    return query.address("");
  }
}
