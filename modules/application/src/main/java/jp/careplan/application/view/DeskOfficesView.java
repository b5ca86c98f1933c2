package jp.careplan.application.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.OfficeDesk;
import jp.careplan.application.OfficeDesk.Found;
import jp.careplan.application.OperatorCaller;
import jp.careplan.application.page.DeskForm;

/** 事業所をさがす. */
@Named
@RequestScoped
public class DeskOfficesView {
  private static final int PAGE = 50;

  @Inject private OfficeDesk desk;
  @Inject private OperatorCaller caller;

  private String words = "";
  private String after = "";
  private List<Row> rows = List.of();
  private String next = "";

  /** An office as the list shows it. */
  public static final class Row {
    private final Found found;

    Row(Found found) {
      this.found = found;
    }

    public String getNumber() {
      return found.office().number().value();
    }

    public String getName() {
      return found.office().name();
    }

    public String getAddress() {
      return found.address();
    }

    public String getStatus() {
      return switch (found.status()) {
        case ACTIVE -> "✓ 利用中";
        case SUSPENDED -> "– 休止中";
        case CLOSED -> "✗ 廃止";
      };
    }

    public String getStyle() {
      return switch (found.status()) {
        case ACTIVE -> "good";
        case SUSPENDED -> "waiting";
        case CLOSED -> "gone";
      };
    }
  }

  @PostConstruct
  void load() {
    words = DeskForm.parameter("q");
    after = DeskForm.parameter("after");
    var page =
        desk.search(caller.session(), words, Optional.of(after).filter(it -> !it.isEmpty()), PAGE);
    rows = page.items().stream().map(Row::new).toList();
    next = page.next().map(it -> first() + "&after=" + it).orElse("");
  }

  private String first() {
    return "/desk/offices?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  public String getWords() {
    return words;
  }

  public List<Row> getRows() {
    return rows;
  }

  public String getNext() {
    return next;
  }

  public boolean isContinued() {
    return !after.isEmpty();
  }

  public String getFirst() {
    return first();
  }
}
