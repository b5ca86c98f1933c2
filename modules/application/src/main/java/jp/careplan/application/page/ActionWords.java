package jp.careplan.application.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What pages call the actions of the audit trail. Each module names its own in {@code
 * META-INF/careplan-actions.properties}.
 */
@Named("actions")
@ApplicationScoped
public class ActionWords {
  private static final String RESOURCE = "META-INF/careplan-actions.properties";

  private final Map<String, String> words = new TreeMap<>();

  @PostConstruct
  void load() {
    try {
      for (URL module :
          Collections.list(Thread.currentThread().getContextClassLoader().getResources(RESOURCE))) {
        try (Reader in = new InputStreamReader(module.openStream(), StandardCharsets.UTF_8)) {
          var lines = new Properties();
          lines.load(in);
          lines.stringPropertyNames().forEach(name -> words.put(name, lines.getProperty(name)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The action itself where no module names it. */
  public String of(String action) {
    return words.getOrDefault(action, action);
  }

  /** All that are named, by their code. */
  public Map<String, String> all() {
    return Collections.unmodifiableMap(words);
  }
}
