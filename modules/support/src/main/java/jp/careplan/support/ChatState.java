package jp.careplan.support;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import jp.careplan.support.Chatting.Button;
import jp.careplan.support.Chatting.Line;

/** How far a chat has come. */
final class ChatState {
  private static final int MOST_LINES = 120;

  private final List<Line> lines = new ArrayList<>();
  private int misses;
  private String lastSaid = "";
  private String lastRule = "";

  static ChatState read(String json) {
    ChatState state = new ChatState();
    try (var reader = Json.createReader(new StringReader(json))) {
      JsonObject all = reader.readObject();
      state.misses = all.getInt("misses");
      state.lastSaid = all.getString("lastSaid");
      state.lastRule = all.getString("lastRule", "");
      all.getJsonArray("lines")
          .getValuesAs(JsonObject.class)
          .forEach(it -> state.lines.add(line(it)));
    }
    return state;
  }

  private static Line line(JsonObject it) {
    return new Line(
        it.getBoolean("ours"),
        it.getString("text"),
        it.getBoolean("markdown", false),
        it.getString("address"),
        it.getString("label"),
        it.getJsonArray("buttons").getValuesAs(JsonObject.class).stream()
            .map(button -> new Button(button.getString("value"), button.getString("label")))
            .toList());
  }

  String json() {
    JsonArrayBuilder all = Json.createArrayBuilder();
    for (Line line : lines) {
      JsonArrayBuilder buttons = Json.createArrayBuilder();
      line.buttons()
          .forEach(it ->
              buttons.add(
                  Json.createObjectBuilder().add("value", it.value()).add("label", it.label())));
      all.add(
          Json.createObjectBuilder()
              .add("ours", line.ours())
              .add("text", line.text())
              .add("markdown", line.markdown())
              .add("address", line.address())
              .add("label", line.addressLabel())
              .add("buttons", buttons));
    }
    return Json.createObjectBuilder()
        .add("misses", misses)
        .add("lastSaid", lastSaid)
        .add("lastRule", lastRule)
        .add("lines", all)
        .build()
        .toString();
  }

  List<Line> lines() {
    return List.copyOf(lines);
  }

  String lastSaid() {
    return lastSaid;
  }

  void typed(String masked) {
    lastSaid = masked;
    add(new Line(false, masked, "", "", List.of()));
  }

  void pressed(String label) {
    add(new Line(false, label, "", "", List.of()));
  }

  /**
   * @param rule whose answer it is; empty: none's
   */
  void answer(Line line, String rule) {
    misses = 0;
    lastRule = rule;
    add(line);
  }

  /** The rule that answered last, once: a person gives up on an answer only once. */
  String takeRule() {
    String rule = lastRule;
    lastRule = "";
    return rule;
  }

  void add(Line line) {
    lines.add(line);
    while (lines.size() > MOST_LINES) {
      lines.removeFirst();
    }
  }

  /** Counts that nothing was found; whether it was so before. */
  boolean missedAgain() {
    return ++misses > 1;
  }

  /** Takes the last thing back that the visitor said, with all that followed. */
  void back() {
    int at = lines.size() - 1;
    while (at >= 0 && lines.get(at).ours()) {
      at--;
    }
    if (at >= 0) {
      lines.subList(at, lines.size()).clear();
    }
    misses = 0;
    lastRule = "";
  }

  void forgetMisses() {
    misses = 0;
  }

  /** The label of a button that may be pressed now; empty where it is none. */
  String labelOf(String value) {
    return lines.reversed().stream()
        .filter(Line::ours)
        .flatMap(it -> it.buttons().stream())
        .filter(it -> it.value().equals(value))
        .map(Button::label)
        .findFirst()
        .orElse("");
  }
}
