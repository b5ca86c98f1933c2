package jp.careplan.support.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.careplan.support.Editing;
import jp.careplan.support.Editing.Filter;
import jp.careplan.support.Editing.Listed;
import jp.careplan.support.TextContent;
import jp.careplan.support.TextKind;
import jp.careplan.support.TextState;
import jp.careplan.support.Updating;

/** 文章の編集: the list, as its address filters it. */
@Named("deskTexts")
@RequestScoped
public class DeskTextsView {
  private static final int MOST = 50;

  @Inject private Editing editing;
  @Inject private Updating<Editing.Key, TextContent> updating;

  private List<Row> rows = List.of();
  private String next = "";
  private long offers;

  /** A text as the list shows it. */
  public record Row(
      String address,
      String title,
      String kind,
      String name,
      String style,
      String state,
      String owner,
      String review,
      boolean stale,
      String offer,
      String saved) {}

  /** Something to choose. */
  public record Choice(String value, String label) {}

  @PostConstruct
  void load() {
    var filter =
        new Filter(
            kindOf(HelpView.asked("kind")),
            stateOf(HelpView.asked("state")),
            staleAsked(),
            offeredAsked(),
            word());
    var page = editing.list(filter, after(), MOST);
    offers = updating.count();
    rows = page.items().stream().map(DeskTextsView::row).toList();
    next =
        page.next()
            .map(it -> first() + "&after=" + TextWords.encoded(it.kind() + "/" + it.name()))
            .orElse("");
  }

  private static Row row(Listed text) {
    String still = text.live() && text.state() != TextState.PUBLISHED ? "（前の版を公開中）" : "";
    return new Row(
        TextWords.address("text", text.key()),
        text.title(),
        text.key().kind().label(),
        text.key().name(),
        TextWords.style(text.state()),
        TextWords.state(text.state()) + still,
        text.owner(),
        TextWords.day(text.reviewOn()),
        text.stale(),
        text.offer().label(),
        TextWords.moment(text.savedAt()) + " " + TextWords.by(text.savedBy()));
  }

  static Optional<TextKind> kindOf(String name) {
    return Arrays.stream(TextKind.values()).filter(it -> it.name().equals(name)).findFirst();
  }

  private static Optional<TextState> stateOf(String name) {
    return Arrays.stream(TextState.values()).filter(it -> it.name().equals(name)).findFirst();
  }

  private static String word() {
    String word = HelpView.asked("q");
    return word.length() > 100 ? word.substring(0, 100) : word;
  }

  private static Optional<Editing.Key> after() {
    String[] parts = HelpView.asked("after").split("/", 2);
    return parts.length == 2
        ? kindOf(parts[0]).map(kind -> new Editing.Key(kind, parts[1]))
        : Optional.empty();
  }

  private static String first() {
    return "/desk/texts?kind="
        + kindOf(HelpView.asked("kind")).map(TextKind::name).orElse("")
        + "&state="
        + stateOf(HelpView.asked("state")).map(TextState::name).orElse("")
        + (staleAsked() ? "&stale=1" : "")
        + (offeredAsked() ? "&offered=1" : "")
        + "&q="
        + TextWords.encoded(word());
  }

  public List<Row> getRows() {
    return rows;
  }

  public String getNext() {
    return next;
  }

  public boolean isContinued() {
    return after().isPresent();
  }

  public String getFirst() {
    return first();
  }

  public boolean isStale() {
    return staleAsked();
  }

  public boolean isOffered() {
    return offeredAsked();
  }

  /** How many texts a new release says otherwise, and nobody answered. */
  public long getOffers() {
    return offers;
  }

  private static boolean offeredAsked() {
    return HelpView.asked("offered").equals("1");
  }

  private static boolean staleAsked() {
    return HelpView.asked("stale").equals("1");
  }

  public String getWord() {
    return word();
  }

  public List<Choice> getKinds() {
    return Arrays.stream(TextKind.values()).map(it -> new Choice(it.name(), it.label())).toList();
  }

  /** What can be begun here. */
  public List<Choice> getOpenKinds() {
    return Arrays.stream(TextKind.values())
        .filter(it -> !it.isFixed())
        .map(it -> new Choice(it.name(), it.label()))
        .toList();
  }

  public List<Choice> getStates() {
    return Arrays.stream(TextState.values()).map(it -> new Choice(it.name(), it.label())).toList();
  }

  public boolean asked(String parameter, String value) {
    return HelpView.asked(parameter).equals(value);
  }
}
