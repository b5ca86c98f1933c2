package jp.careplan.exchange.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.careplan.application.Caller;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PdfPaper.Fact;
import jp.careplan.exchange.ReceiptReading;
import jp.careplan.exchange.TransmissionId;
import org.jspecify.annotations.Nullable;

/** 受付証 on a page, for an inspection or the telephone. */
@Named
@RequestScoped
public class ReceiptView {
  @Inject private ReceiptReading receipts;
  @Inject private Caller caller;
  @Inject private JapaneseTime time;

  private String id = "";
  private @Nullable ReceiptSheet sheet;
  private @Nullable TransmissionRow row;

  /** A line of a table. */
  public record Line(String label, String value) {
    public String getLabel() {
      return label;
    }

    public String getValue() {
      return value;
    }
  }

  @PostConstruct
  void load() {
    id =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterMap()
            .getOrDefault("id", "");
    var opened = receipts.open(caller.careSession(), new TransmissionId(id));
    sheet = new ReceiptSheet(opened, time);
    row = new TransmissionRow(opened.detail().summary(), caller.office(), time);
  }

  private ReceiptSheet sheet() {
    if (sheet == null) {
      throw new IllegalStateException("not loaded");
    }
    return sheet;
  }

  private static List<Line> lines(List<Fact> facts) {
    return facts.stream().map(it -> new Line(it.label(), it.value())).toList();
  }

  public String getId() {
    return id;
  }

  public @Nullable TransmissionRow getRow() {
    return row;
  }

  public List<Line> getFacts() {
    return lines(sheet().facts());
  }

  public List<Line> getSteps() {
    return lines(sheet().steps());
  }

  public List<Line> getFiles() {
    return lines(sheet().files());
  }

  public List<Line> getSignatures() {
    return lines(sheet().signatures());
  }
}
