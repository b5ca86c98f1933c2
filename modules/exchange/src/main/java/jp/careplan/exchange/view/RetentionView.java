package jp.careplan.exchange.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PageMessages;
import jp.careplan.exchange.Retention;
import jp.careplan.exchange.Retention.Choice;
import jp.careplan.exchange.Retention.Ending;
import jp.careplan.exchange.Retention.Endings;
import jp.careplan.kernel.DomainException;
import org.jspecify.annotations.Nullable;

/** 保存期間: the office's choice and what goes soon. */
@Named
@RequestScoped
public class RetentionView {
  private static final String HERE = "/office/retention?faces-redirect=true";

  @Inject private Retention retention;
  @Inject private Caller caller;
  @Inject private JapaneseTime time;

  private @Nullable Choice choice;
  private Endings endings = new Endings(List.of(), Optional.empty());
  private boolean continued;
  private int years;

  /** One that goes soon, as the page shows it. */
  public static final class Row {
    private final Ending ending;
    private final TransmissionRow row;
    private final JapaneseTime time;

    Row(Ending ending, TransmissionRow row, JapaneseTime time) {
      this.ending = ending;
      this.row = row;
      this.time = time;
    }

    public TransmissionRow getRow() {
      return row;
    }

    public String getDirection() {
      return ending.own() ? "送ったもの" : "届いたもの";
    }

    public String getEndsOn() {
      return time.day(ending.endsOn());
    }
  }

  @PostConstruct
  void load() {
    OfficeSession by = caller.careSession();
    Optional<String> cursor =
        Optional.ofNullable(
                FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .getRequestParameterMap()
                    .get("cursor"))
            .filter(it -> !it.isEmpty());
    continued = cursor.isPresent();
    choice = retention.choice(by);
    years = choice.years();
    endings = retention.ending(by, cursor);
  }

  public String choose() {
    try {
      retention.choose(caller.careSession(), years);
    } catch (DomainException e) {
      PageMessages.refuse(e);
      return "";
    }
    PageMessages.done("中身の保存期間を%d年にしました".formatted(years), "まもなく消えると書かれたものも、新しい期間で見直します。");
    return HERE;
  }

  public boolean isAdministrator() {
    return caller.session().rights().administers();
  }

  public int getYears() {
    return years;
  }

  public void setYears(int years) {
    this.years = years;
  }

  public int getInForce() {
    return Objects.requireNonNull(choice).years();
  }

  public List<Integer> getChoices() {
    Choice present = Objects.requireNonNull(choice);
    return IntStream.rangeClosed(present.least(), present.most()).boxed().toList();
  }

  public List<Row> getRows() {
    return endings.items().stream()
        .map(it -> new Row(it, new TransmissionRow(it.summary(), caller.office(), time), time))
        .toList();
  }

  /** Address of the next page; empty at the end. */
  public String getNext() {
    return endings.next().map(cursor -> "/office/retention?cursor=" + cursor).orElse("");
  }

  public boolean isContinued() {
    return continued;
  }
}
