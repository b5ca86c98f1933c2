package jp.careplan.support.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.careplan.support.UnmetDesk;
import jp.careplan.support.UnmetDesk.Filter;
import jp.careplan.support.UnmetDesk.Group;
import jp.careplan.support.UnmetDesk.Place;
import jp.careplan.support.UnmetKind;
import jp.careplan.support.view.DeskTextsView.Choice;

/** 答えられなかったこと: groups of likes, the most asked first. */
@Named("deskUnmet")
@RequestScoped
public class DeskUnmetView {
  private static final int MOST = 50;
  private static final Pattern PLACE = Pattern.compile("([0-9]{1,18})-([0-9a-f]{64})");

  @Inject private UnmetDesk desk;

  private List<Row> rows = List.of();
  private String next = "";

  /** A group as the list shows it. */
  public record Row(
      String address,
      String words,
      String about,
      String open,
      long counted,
      String kinds,
      String first,
      String last) {}

  @PostConstruct
  void load() {
    var page = desk.list(new Filter(kind(), isEnded()), place(HelpView.asked("after")), MOST);
    rows = page.items().stream().map(DeskUnmetView::row).toList();
    next = page.next().map(it -> getFirst() + "&after=" + text(it)).orElse("");
  }

  static Row row(Group group) {
    return new Row(
        "/desk/unmet-group?id=" + group.id(),
        group.words().isEmpty() ? "（ことばなし）" : group.words(),
        group.about(),
        group.open() == 0 ? "✓ 終わり" : "● " + group.open() + "件",
        group.counted(),
        group.counts().stream()
            .map(it -> it.kind().label() + " " + it.counted() + "回")
            .collect(Collectors.joining("、")),
        TextWords.moment(group.first()),
        TextWords.moment(group.last()));
  }

  static Optional<Place> place(String asked) {
    var found = PLACE.matcher(asked);
    return found.matches()
        ? Optional.of(new Place(Long.parseLong(found.group(1)), found.group(2)))
        : Optional.empty();
  }

  static String text(Place place) {
    return place.counted() + "-" + place.id();
  }

  private static Optional<UnmetKind> kind() {
    String asked = HelpView.asked("kind");
    return Arrays.stream(UnmetKind.values()).filter(it -> it.name().equals(asked)).findFirst();
  }

  public List<Row> getRows() {
    return rows;
  }

  public boolean isEnded() {
    return HelpView.asked("state").equals("ENDED");
  }

  public String getNext() {
    return next;
  }

  public boolean isContinued() {
    return place(HelpView.asked("after")).isPresent();
  }

  public String getFirst() {
    return "/desk/unmet?kind="
        + kind().map(UnmetKind::name).orElse("")
        + "&state="
        + (isEnded() ? "ENDED" : "OPEN");
  }

  public List<Choice> getKinds() {
    return Arrays.stream(UnmetKind.values()).map(it -> new Choice(it.name(), it.label())).toList();
  }

  public boolean asked(String value) {
    return HelpView.asked("kind").equals(value);
  }
}
