package jp.careplan.exchange.view;

import static jp.careplan.exchange.TakingAlong.State.READY;
import static jp.careplan.exchange.TakingAlong.State.RUNNING;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.careplan.application.Caller;
import jp.careplan.application.Rights;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PageMessages;
import jp.careplan.exchange.TakingAlong;
import jp.careplan.exchange.TakingAlong.Order;
import jp.careplan.kernel.DomainException;

/** 持ち出し: orders of the office, and the button for a new one. */
@Named
@RequestScoped
public class TakeoutView {
  @Inject private TakingAlong takingAlong;
  @Inject private Caller caller;
  @Inject private JapaneseTime time;

  private List<Row> rows = List.of();

  /** One order as the page shows it. */
  public static final class Row {
    private final Order order;
    private final JapaneseTime time;

    Row(Order order, JapaneseTime time) {
      this.order = order;
      this.time = time;
    }

    public String getId() {
      return order.id();
    }

    public String getOrderedAt() {
      return time.moment(order.orderedAt());
    }

    public String getOrderedBy() {
      return order.orderedBy();
    }

    public String getStatus() {
      return switch (order.state()) {
        case RUNNING -> "● 作っています";
        case READY -> "✓ できました";
        case GONE -> "– 消えました";
      };
    }

    public String getStyle() {
      return switch (order.state()) {
        case RUNNING -> "waiting";
        case READY -> "good";
        case GONE -> "gone";
      };
    }

    public String getContent() {
      return order.state() == RUNNING
          ? "%d件のうち%d件".formatted(order.all(), order.done())
          : "%d件（%s）".formatted(order.done(), Words.size(order.bytes()));
    }

    public String getEndsOn() {
      return order.endsOn().map(time::day).orElse("–");
    }

    public boolean isReady() {
      return order.state() == READY;
    }
  }

  @PostConstruct
  void load() {
    if (isAllowed()) {
      rows = takingAlong.of(caller.careSession()).stream().map(it -> new Row(it, time)).toList();
    }
  }

  public String order() {
    try {
      takingAlong.order(caller.careSession());
    } catch (DomainException e) {
      PageMessages.refuse(e);
      return "";
    }
    PageMessages.done("持ち出すファイルを作り始めました", "できあがると、メールとこの画面でお知らせします。画面を閉じても続きます。");
    return "/office/retention?faces-redirect=true";
  }

  /** It is everything: for administrators who see all kinds of service. */
  public boolean isAllowed() {
    Rights rights = caller.session().rights();
    return rights.administers() && !rights.isLimited();
  }

  public boolean isRunning() {
    return rows.stream().anyMatch(it -> it.order.state() == RUNNING);
  }

  public List<Row> getRows() {
    return rows;
  }
}
