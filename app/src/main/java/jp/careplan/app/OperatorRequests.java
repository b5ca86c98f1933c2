package jp.careplan.app;

import static java.lang.System.Logger.Level.INFO;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.careplan.app.setup.OperatorCommand;
import jp.careplan.application.OperatorId;
import jp.careplan.application.OperatorRegistration;
import jp.careplan.application.OperatorRole;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.Worker;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers what {@link OperatorCommand} asks, through a folder in the server's home that only its
 * own user can open: whoever can write there could read the keys as well.
 */
@ApplicationScoped
class OperatorRequests implements Worker {
  private static final System.Logger LOG = System.getLogger(OperatorRequests.class.getName());

  @Inject private OperatorRegistration registration;
  @Inject private KeyRequests keys;

  @Inject
  @ConfigProperty(name = "careplan.data")
  private String home;

  @Inject
  @ConfigProperty(name = "careplan.public-url")
  private String publicUrl;

  @Override
  public Duration rest() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void work() {
    Path folder = OperatorCommand.folder(Path.of(home));
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> requests =
        Files.newDirectoryStream(folder, "*" + OperatorCommand.REQUEST)) {
      for (Path request : requests) {
        answer(request);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(Path request) throws IOException {
    Map<String, String> asked = OperatorCommand.read(request);
    Files.delete(request); // first: nothing is done twice
    OperatorCommand.write(OperatorCommand.answerTo(request), done(asked));
  }

  private Map<String, String> done(Map<String, String> asked) {
    if (asked.getOrDefault("command", "").startsWith("keys-")) {
      return keys.answer(asked);
    }
    try {
      var id = new OperatorId(asked.getOrDefault("id", ""));
      String way =
          asked.getOrDefault("command", "").equals("reset")
              ? registration.reset(id)
              : registration.add(id, roles(asked), words(asked.getOrDefault("prefectures", "")));
      LOG.log(INFO, "an operator may be set up");
      return Map.of("link", publicUrl + "/desk/set-up?way=" + way);
    } catch (DomainException e) {
      return Map.of("refusal", e.code().code() + " " + e.code().title() + "。" + e.code().remedy());
    } catch (IllegalArgumentException e) { // no such role
      return Map.of("refusal", "roles are " + Arrays.toString(OperatorRole.values()));
    }
  }

  private static Set<OperatorRole> roles(Map<String, String> asked) {
    return words(asked.getOrDefault("roles", "")).stream()
        .map(OperatorRole::valueOf)
        .collect(Collectors.toSet());
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }
}
