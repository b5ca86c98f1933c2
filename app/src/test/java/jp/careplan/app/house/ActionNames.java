package jp.careplan.app.house;

import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

/** The words that the modules have for what stands in the audit trail. */
public final class ActionNames {
  private static final Properties WORDS = read();

  private ActionNames() {}

  private static Properties read() {
    var words = new Properties();
    try {
      for (URL module :
          Collections.list(
              ActionNames.class
                  .getClassLoader()
                  .getResources("META-INF/careplan-actions.properties"))) {
        try (var in = new InputStreamReader(module.openStream(), StandardCharsets.UTF_8)) {
          words.load(in);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return words;
  }

  /** Those of the actions that no module has words for. */
  public static List<String> missing(Collection<String> actions) {
    return actions.stream()
        .filter(action -> WORDS.getProperty(action, "").isBlank())
        .sorted()
        .toList();
  }
}
