package jp.careplan.application.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.careplan.application.OperatorCaller;
import jp.careplan.application.OperatorRole;
import jp.careplan.application.SettingsDesk;
import jp.careplan.application.SettingsDesk.State;
import jp.careplan.application.page.DeskForm;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.kernel.OperatorSetting;
import jp.careplan.kernel.OperatorSetting.Kind;
import jp.careplan.kernel.OperatorSetting.Place;
import jp.careplan.kernel.OperatorSettings.Change;

/** 設定: all of them in groups, or one with its history. */
@Named
@RequestScoped
public class DeskSettingsView {
  private static final String PAGE = "/desk/settings";
  private static final int SHORT = 60;

  @Inject private SettingsDesk desk;
  @Inject private OperatorCaller caller;
  @Inject private JapaneseTime time;

  private Optional<State> chosen = Optional.empty();
  private String value = "";
  private String expected = "";
  private String reason = "";

  /** Settings that belong together. */
  public record Group(String name, List<Row> rows) {}

  /** A setting as the list shows it. */
  public record Row(String key, String label, String value, boolean other) {}

  /** A decision as the page shows it. */
  public record ChangeRow(
      String id, String at, String by, String before, String after, String reason) {}

  @PostConstruct
  void load() {
    String key = DeskForm.parameter("key");
    chosen = key.isEmpty() ? Optional.empty() : Optional.of(desk.stateOf(caller.session(), key));
    value = chosen.map(State::value).orElse("");
    expected = value;
  }

  public List<Group> getGroups() {
    Map<String, List<Row>> groups =
        desk.all(caller.session()).stream()
            .collect(
                Collectors.groupingBy(
                    it -> it.setting().group(),
                    LinkedHashMap::new,
                    Collectors.mapping(DeskSettingsView::row, Collectors.toList())));
    return groups.entrySet().stream().map(it -> new Group(it.getKey(), it.getValue())).toList();
  }

  private static Row row(State state) {
    OperatorSetting setting = state.setting();
    return new Row(
        setting.key(),
        setting.label(),
        shortened(state.value()),
        !state.value().equals(state.first()));
  }

  private static String shortened(String text) {
    String line = text.lines().findFirst().orElse("");
    if (line.isEmpty()) {
      return "–";
    }
    boolean cut = line.length() > SHORT || text.lines().count() > 1;
    return line.substring(0, Math.min(SHORT, line.length())) + (cut ? "…" : "");
  }

  public String change() {
    return act(value);
  }

  /** Back to what was in force before, or after, a decision. */
  public String back() {
    String id = DeskForm.parameter("change");
    String old =
        state().history().stream()
            .filter(it -> it.id().equals(id))
            .map(Change::before)
            .findFirst()
            .orElse(state().value());
    return act(old);
  }

  public String backToFirst() {
    return act(state().first());
  }

  private String act(String wanted) {
    return DeskForm.act(
        page(),
        "「" + getLabel() + "」を変えました。すべてのノードで、すぐに有効です",
        () ->
            desk.change(
                caller.session(),
                state().setting().key(),
                expected.replace("\r\n", "\n"),
                wanted,
                reason));
  }

  private String page() {
    return PAGE + "?key=" + state().setting().key();
  }

  private State state() {
    return chosen.orElseThrow();
  }

  public boolean isChosen() {
    return chosen.isPresent();
  }

  /** Whether this operator may change it; asked again when they do. */
  public boolean isChangeable() {
    return caller.session().isAny(OperatorRole.OPERATOR);
  }

  public String getKey() {
    return chosen.map(it -> it.setting().key()).orElse("");
  }

  public String getLabel() {
    return chosen.map(it -> it.setting().label()).orElse("");
  }

  public String getGroup() {
    return chosen.map(it -> it.setting().group()).orElse("");
  }

  public boolean isLong() {
    return state().setting().kind().isLong();
  }

  public boolean isNumber() {
    return state().setting().kind() == Kind.NUMBER;
  }

  public String getBounds() {
    OperatorSetting it = state().setting();
    return switch (it.kind()) {
      case NUMBER -> "%,dから%,dまでの数字です。".formatted(it.least(), it.most());
      case HOURS ->
          "1行に1つ、曜日と時間を書きます。例「平日 9:00から17:00まで」「土 9:00-12:00」。"
              + "祝日と12月29日から1月3日は、「祝日」の行がなければ休みです。";
      case DAYS -> "1行に1つ、休む日を書きます。例「2026-08-13」「2026-08-13から2026-08-15 夏の休み」。祝日は書かなくても休みです。";
      case LINE, TEXT -> "%d文字以上、%,d文字以下です。".formatted(it.least(), it.most());
    };
  }

  public List<Place> getPlaces() {
    return state().setting().places();
  }

  /** Decided by nobody yet, or by the settings of the node. */
  public String getPresent() {
    return state().value().isEmpty() ? "（空）" : state().value();
  }

  public boolean isOther() {
    return !state().value().equals(state().first());
  }

  public List<ChangeRow> getHistory() {
    return state().history().stream()
        .map(it ->
            new ChangeRow(
                it.id(), time.moment(it.at()), it.by(), it.before(), it.after(), it.reason()))
        .toList();
  }

  public String getValue() {
    return value;
  }

  public void setValue(String value) {
    this.value = value;
  }

  /** What was shown when the form was opened, so that nobody overwrites a newer decision. */
  public String getExpected() {
    return expected;
  }

  public void setExpected(String expected) {
    this.expected = expected;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
