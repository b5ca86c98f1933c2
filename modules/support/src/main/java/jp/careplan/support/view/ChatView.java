package jp.careplan.support.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.careplan.kernel.DomainException;
import jp.careplan.support.Chatting;
import jp.careplan.support.Chatting.Button;
import jp.careplan.support.Chatting.Talk;
import jp.careplan.support.internal.content.Markdown;

/** The chat as its page shows it; the panel of other pages is made of this page. */
@Named("chat")
@RequestScoped
public class ChatView {
  static final String COOKIE = "__Host-chat";
  private static final Duration DAY = Duration.ofDays(1);

  @Inject private Chatting chatting;

  private Talk talk = new Talk("", List.of());
  private String refusal = "";

  /**
   * A line.
   *
   * @param html of what an editor wrote; empty: the text is plain
   * @param buttons of the newest alone: those above are over
   * @param id of the newest: where the page is scrolled to
   */
  public record Row(
      boolean ours,
      String text,
      String html,
      String address,
      String label,
      List<Button> buttons,
      String id) {}

  @PostConstruct
  void load() {
    talk = chatting.find(token());
  }

  static Optional<String> token() {
    return Visit.cookie(Visit.request(), COOKIE);
  }

  /** Something was said or pressed. */
  public void act() {
    if (!Visit.isPost()) {
      return;
    }
    try {
      String pressed = Visit.typed("press");
      Talk now =
          pressed.isEmpty()
              ? chatting.say(token(), Visit.typed("say"), Visit.source())
              : chatting.press(token(), pressed, Visit.source());
      if (!now.token().isEmpty()) {
        Visit.keep(COOKIE, now.token(), DAY);
      }
      Visit.lead("/support/chat#latest");
    } catch (DomainException e) {
      refusal = Refusal.words(e);
    }
  }

  public List<Row> getRows() {
    List<Row> rows = new ArrayList<>();
    List<Chatting.Line> lines = talk.lines();
    for (int i = 0; i < lines.size(); i++) {
      Chatting.Line it = lines.get(i);
      boolean newest =
          lines.subList(i + 1, lines.size()).stream().allMatch(ChatView::isWithoutChoice);
      rows.add(
          new Row(
              it.ours(),
              it.text(),
              it.markdown() ? Markdown.html(it.text()) : "",
              it.address(),
              it.addressLabel(),
              newest ? it.buttons() : List.of(),
              i == lines.size() - 1 ? "latest" : "line-" + i));
    }
    return rows;
  }

  private static boolean isWithoutChoice(Chatting.Line line) {
    return line.ours() && line.buttons().isEmpty();
  }

  /** Whether there is anything to go back from. */
  public boolean isBegun() {
    return talk.lines().size() > 1;
  }

  public String getRefusal() {
    return refusal;
  }
}
