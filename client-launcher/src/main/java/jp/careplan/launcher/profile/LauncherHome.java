package jp.careplan.launcher.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;
import org.jspecify.annotations.Nullable;

/** The folder the launcher keeps its profiles in. */
public record LauncherHome(Path path) {
  private static final Comparator<ProfileFolder> BY_NAME =
      Comparator.comparing(ProfileFolder::name);
  private static final String USUAL = "default";
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,39}");

  /** The place asked for, else {@code CAREPLAN_HOME}, else the user's own folder. */
  public static LauncherHome locate(@Nullable Path asked) {
    return new LauncherHome(asked == null ? usual(System.getenv()) : asked);
  }

  private static Path usual(Map<String, String> environment) {
    String set = environment.get("CAREPLAN_HOME");
    if (set != null && !set.isBlank()) {
      return Path.of(set);
    }
    String roaming = environment.get("APPDATA");
    return roaming == null || roaming.isBlank()
        ? Path.of(System.getProperty("user.home", ""), ".careplan")
        : Path.of(roaming, "careplan");
  }

  /** The profile asked for, or the only one, or the one that was named by nobody. */
  public ProfileFolder profile(@Nullable String asked) {
    if (asked != null) {
      return existing(named(asked));
    }
    List<ProfileFolder> all = profiles();
    if (all.size() == 1) {
      return all.get(0);
    }
    if (all.isEmpty()) {
      throw new Trouble(LauncherProblem.NO_PROFILE, "登録を置くフォルダ: " + path);
    }
    return all.stream()
        .filter(folder -> folder.name().equals(USUAL))
        .findFirst()
        .orElseThrow(() -> new Trouble(LauncherProblem.WHICH_PROFILE, names(all)));
  }

  public ProfileFolder named(@Nullable String name) {
    String chosen = name == null ? USUAL : name;
    if (!NAME.matcher(chosen).matches()) {
      throw new Trouble(LauncherProblem.BAD_USAGE, "登録の名前には、文字と数字、- と _ を使えます: " + chosen);
    }
    return new ProfileFolder(path.resolve("profiles").resolve(chosen));
  }

  public List<ProfileFolder> profiles() {
    Path folder = path.resolve("profiles");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var entries = Files.list(folder)) {
      return entries.map(ProfileFolder::new).filter(ProfileFolder::exists).sorted(BY_NAME).toList();
    } catch (IOException e) {
      throw new Trouble(LauncherProblem.FILE_UNREADABLE, "フォルダ: " + folder, e);
    }
  }

  private static ProfileFolder existing(ProfileFolder folder) {
    if (!folder.exists()) {
      throw new Trouble(LauncherProblem.NO_PROFILE, "登録の名前: " + folder.name());
    }
    return folder;
  }

  private static String names(List<ProfileFolder> all) {
    return all.stream().map(ProfileFolder::name).collect(Collectors.joining("、", "登録の名前: ", ""));
  }
}
