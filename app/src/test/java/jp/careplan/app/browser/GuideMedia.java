package jp.careplan.app.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.careplan.app.house.Folders;
import jp.careplan.app.house.House;

/**
 * {@code app/bin/guide-media}: the pictures and videos of the guides, taken from the pages as they
 * are. The offices and people on them are fictitious. Pictures of the launcher's window are those
 * that its test leaves behind.
 */
public final class GuideMedia {
  private static final int MISUSE = 2;
  private static final Set<String> ALL = Set.of("pictures", "videos", "window");
  private static final Path FOLDER =
      Folders.project()
          .resolve("modules/support/src/main/resources/META-INF/resources/static/guide");

  /** The driver looks for its encoder here, under the name of its revision. */
  private static final String ENCODER = "ffmpeg-1011/ffmpeg-linux";

  private GuideMedia() {}

  /** Arguments: {@code pictures}, {@code videos}, {@code window}; none: all. */
  public static void main(String[] args) throws IOException {
    Set<String> wanted = args.length == 0 ? ALL : Set.of(args);
    if (!ALL.containsAll(wanted)) {
      System.err.println("app/bin/guide-media [pictures] [videos] [window]");
      System.exit(MISUSE);
    }
    Files.createDirectories(FOLDER);
    Path programs = Folders.temporary("programs");
    Path encoder = programs.resolve(ENCODER);
    Files.createDirectories(encoder.getParent());
    Files.createSymbolicLink(encoder, Path.of(Folders.program("ffmpeg")));
    if (wanted.contains("window")) {
      window("first", 264);
      window("office", 366);
    }
    try (House house = House.open();
        var visitors = new Visitors(Map.of("PLAYWRIGHT_BROWSERS_PATH", programs.toString()))) {
      if (wanted.contains("videos")) {
        new GuideVideos(house, visitors, FOLDER).make();
      }
      if (wanted.contains("pictures")) {
        new GuidePictures(house, visitors, FOLDER).take();
      }
    } finally {
      Folders.delete(programs);
    }
  }

  /** The upper part of a picture of the window; below it is empty. */
  private static void window(String name, int height) {
    Path picture = Folders.project().resolve("client-launcher/target/screens/" + name + ".png");
    encode(
        List.of(
            "-i",
            picture.toString(),
            "-vf",
            "crop=iw:" + height + ":0:0",
            "-quality",
            "82",
            FOLDER.resolve("window-" + name + ".webp").toString()));
  }

  /** Runs the encoder; its words are told where it fails. */
  static void encode(List<String> arguments) {
    var command = new ArrayList<>(List.of(Folders.program("ffmpeg"), "-y", "-v", "error"));
    command.addAll(arguments);
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(words);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
