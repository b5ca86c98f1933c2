package jp.careplan.application.view;

import static jp.careplan.application.page.DeskForm.parameter;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import jp.careplan.application.IdAsking.Status;
import jp.careplan.application.IdRequests;
import jp.careplan.application.OperatorCaller;
import jp.careplan.application.page.JapaneseTime;

/** IDの確認の申し込み, oldest first; the list carries nothing of what was asked. */
@Named
@RequestScoped
public class DeskIdRequestsView {
  private static final String PAGE = "/desk/id-requests";
  private static final int LINES = 50;

  @Inject private IdRequests requests;
  @Inject private OperatorCaller caller;
  @Inject private JapaneseTime time;

  private List<Row> rows = List.of();
  private String next = "";

  /** A request as the list shows it. */
  public static final class Row {
    private final IdRequests.Entry entry;
    private final String asked;

    Row(IdRequests.Entry entry, String asked) {
      this.entry = entry;
      this.asked = asked;
    }

    public String getNumber() {
      return entry.number();
    }

    public String getPrefecture() {
      return entry.prefecture();
    }

    public String getAsked() {
      return asked;
    }

    public String getStatus() {
      return words(entry.status());
    }

    public String getStyle() {
      return switch (entry.status()) {
        case RECEIVED -> "waiting";
        case ANSWERED -> "good";
        case REJECTED -> "gone";
      };
    }
  }

  @PostConstruct
  void load() {
    List<IdRequests.Entry> found =
        requests.listed(caller.session(), getPrefecture(), status(), parameter("after"), LINES + 1);
    if (found.size() > LINES) {
      found = found.subList(0, LINES);
      next =
          "%s?status=%s&prefecture=%s&after=%s"
              .formatted(
                  PAGE,
                  status(),
                  URLEncoder.encode(getPrefecture(), StandardCharsets.UTF_8),
                  found.getLast().id());
    }
    rows = found.stream().map(it -> new Row(it, time.moment(it.askedAt()))).toList();
  }

  /** What cannot be read is as if it were not there. */
  private static Status status() {
    return Stream.of(Status.values())
        .filter(it -> it.name().equals(parameter("status")))
        .findFirst()
        .orElse(Status.RECEIVED);
  }

  static String words(Status status) {
    return switch (status) {
      case RECEIVED -> "● 回答を待っています";
      case ANSWERED -> "✓ 回答しました";
      case REJECTED -> "✗ お断りしました";
    };
  }

  /** A state that the filter offers. */
  public record Choice(String code, String label, boolean chosen) {}

  public List<Choice> getChoices() {
    return Stream.of(Status.values())
        .map(it -> new Choice(it.name(), words(it), it == status()))
        .toList();
  }

  public List<Row> getRows() {
    return rows;
  }

  public String getNext() {
    return next;
  }

  public String getPrefecture() {
    return Typed.halfWidth(parameter("prefecture"));
  }
}
