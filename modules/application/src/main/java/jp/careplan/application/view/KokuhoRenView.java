package jp.careplan.application.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.careplan.application.KokuhoRen;
import jp.careplan.application.KokuhoRens;

/** 国保連の一覧. */
@Named
@RequestScoped
public class KokuhoRenView {
  @Inject private KokuhoRens all;

  /** One line of the list. */
  public static final class Row {
    private final KokuhoRen entry;

    Row(KokuhoRen entry) {
      this.entry = entry;
    }

    public String getPrefecture() {
      return entry.prefecture();
    }

    public String getName() {
      return entry.name();
    }

    public String getPhone() {
      return entry.phone().isEmpty() ? "–" : entry.phone();
    }

    public String getAddress() {
      return entry.address().isEmpty() ? "–" : entry.address();
    }
  }

  public List<Row> getRows() {
    return all.all().stream().map(Row::new).toList();
  }
}
