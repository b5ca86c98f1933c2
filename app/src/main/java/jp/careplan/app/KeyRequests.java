package jp.careplan.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import jp.careplan.kernel.KeyChoices;
import jp.careplan.kernel.KeyChoices.NotUsable;
import jp.careplan.kernel.KeyRotation;

/** Answers {@code app/bin/keys}. */
@ApplicationScoped
class KeyRequests {
  @Inject private KeyChoices choices;
  @Inject private KeyRotation rotation;

  Map<String, String> answer(Map<String, String> asked) {
    try {
      if (asked.getOrDefault("command", "").equals("keys-use")) {
        choices.use(asked.getOrDefault("alias", ""));
      }
      return Map.of("text", status());
    } catch (NotUsable e) {
      return Map.of("refusal", String.valueOf(e.getMessage()));
    }
  }

  private String status() {
    var text = new StringBuilder();
    choices.inUse().values().stream()
        .sorted()
        .forEach(alias -> text.append("in use: ").append(alias).append('\n'));
    List<String> holders = choices.holders();
    text.append("running nodes: ").append(holders.size()).append('\n');
    holders.stream().distinct().forEach(keys -> text.append("held: ").append(keys).append('\n'));
    rotation
        .left()
        .forEach((name, left) ->
            text.append("under older keys: ").append(left).append(' ').append(name).append('\n'));
    return text.toString();
  }
}
