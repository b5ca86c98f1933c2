package jp.careplan.exchange.view;

import java.util.List;
import java.util.stream.Stream;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.exchange.MonthFigures;
import jp.careplan.exchange.MonthFigures.Partner;

/** The figures of a month as pages, PDF and table say them. */
public final class ProofSheet {
  /** What subsidies (補助金) ask for. */
  private static final int ENOUGH = 5;

  private final MonthFigures figures;
  private final JapaneseTime time;

  ProofSheet(MonthFigures figures, JapaneseTime time) {
    this.figures = figures;
    this.time = time;
  }

  /** One partner. */
  public static final class Row {
    private final Partner partner;

    Row(Partner partner) {
      this.partner = partner;
    }

    public String getName() {
      return partner.name();
    }

    public String getNumber() {
      return partner.number().value();
    }

    public long getSent() {
      return partner.sent();
    }

    public long getArrived() {
      return partner.arrived();
    }

    public long getReceived() {
      return partner.received();
    }

    public long getPlans() {
      return partner.plans();
    }

    public long getResults() {
      return partner.results();
    }

    /** For a line of the PDF. */
    String words() {
      return "%s\n送った %d組（相手が受け取り済み %d組）、受け取った %d組。うち予定・計画 %d組、実績 %d組"
          .formatted(getName(), getSent(), getArrived(), getReceived(), getPlans(), getResults());
    }

    Stream<String> cells() {
      return Stream.of(
          getNumber(),
          getName(),
          "" + getSent(),
          "" + getArrived(),
          "" + getReceived(),
          "" + getPlans(),
          "" + getResults());
    }
  }

  public String getOffice() {
    return figures.officeName();
  }

  public String getOfficeNumber() {
    return figures.office().value();
  }

  public String getMonth() {
    return time.month(figures.month());
  }

  public String getAsOf() {
    return time.moment(figures.asOf());
  }

  public boolean isOver() {
    return figures.over();
  }

  public long getOffices() {
    return figures.offices();
  }

  public boolean isEnough() {
    return figures.offices() >= ENOUGH;
  }

  /** Offices that are missing to what subsidies ask for. */
  public long getMissing() {
    return Math.max(0, ENOUGH - figures.offices());
  }

  public long getSent() {
    return figures.sent();
  }

  public long getArrived() {
    return figures.arrived();
  }

  public long getReceived() {
    return figures.received();
  }

  public List<Row> getRows() {
    return figures.partners().stream().map(Row::new).toList();
  }
}
