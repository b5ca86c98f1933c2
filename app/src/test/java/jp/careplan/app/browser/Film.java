package jp.careplan.app.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jp.careplan.app.house.Folders;
import jp.careplan.app.house.House;

/**
 * A visit that the browser records: a pointer is drawn, and what is said stands as captions beside
 * the video. The visitor came in before, so that the film begins on a page.
 */
final class Film {
  private static final int WIDE = 1280;
  private static final int HIGH = 720;

  /** Until a caption is read: a moment, and so much a character. */
  private static final Duration MOMENT = Duration.ofMillis(1500);

  private static final int MILLIS_A_CHARACTER = 130;

  private static final String POINTER =
      """
      addEventListener('DOMContentLoaded', () => {
        const dot = document.createElement('div');
        Object.assign(dot.style, {position: 'fixed', zIndex: 9999, pointerEvents: 'none',
          width: '26px', height: '26px', margin: '-13px 0 0 -13px', borderRadius: '50%',
          border: '3px solid #8b3200', background: 'rgb(255 212 61 / 55%)', display: 'none'});
        document.body.append(dot);
        const move = (x, y) => {
          Object.assign(dot.style, {left: x + 'px', top: y + 'px', display: 'block'});
          sessionStorage.setItem('pointer', x + ' ' + y);
        };
        addEventListener('mousemove', event => move(event.clientX, event.clientY), true);
        addEventListener('mousedown', () => { dot.style.background = '#8b3200'; }, true);
        addEventListener('mouseup', () => {
          setTimeout(() => { dot.style.background = 'rgb(255 212 61 / 55%)'; }, 200);
        }, true);
        const before = (sessionStorage.getItem('pointer') || '').split(' ');
        if (before.length === 2) {
          move(before[0], before[1]);
        }
      });
      """;

  private final Path raw = Folders.temporary("film");
  private final Visitor visitor;
  private final Page page;
  private final long opened;
  private final List<String> captions = new ArrayList<>();
  private long begun;
  private double x = WIDE / 2.0;
  private double y = HIGH / 2.0;

  Film(House house, Visitors visitors, List<Cookie> pass, String path) {
    visitor =
        visitors.come(
            house,
            new Browser.NewContextOptions()
                .setViewportSize(WIDE, HIGH)
                .setRecordVideoDir(raw)
                .setRecordVideoSize(WIDE, HIGH));
    opened = System.nanoTime();
    page = visitor.page();
    page.context().addCookies(pass);
    page.addInitScript(POINTER);
    visitor.open(path);
    page.mouse().move(x, y);
    rest(Duration.ofMillis(700));
    begun = System.nanoTime();
  }

  Visitor visitor() {
    return visitor;
  }

  private void rest(Duration time) {
    page.waitForTimeout((double) time.toMillis());
  }

  /** Says it for as long as somebody reads it. */
  void say(String words) {
    long from = since();
    rest(MOMENT.plusMillis((long) words.length() * MILLIS_A_CHARACTER));
    captions.add("%s --> %s line:85%%%n%s%n".formatted(time(from), time(since()), words));
  }

  private long since() {
    return Duration.ofNanos(System.nanoTime() - begun).toMillis();
  }

  private static String time(long millis) {
    return "%02d:%02d.%03d".formatted(millis / 60_000, millis / 1000 % 60, millis % 1000);
  }

  /** Leads the pointer there as a hand would. */
  void point(Locator what) {
    what.evaluate("it => it.scrollIntoView({block: 'center', behavior: 'smooth'})");
    rest(Duration.ofMillis(600));
    BoundingBox box = what.boundingBox();
    double toX = box.x + Math.min(box.width / 2, 120);
    double toY = box.y + box.height / 2;
    int steps = 30;
    for (int step = 1; step <= steps; step++) {
      double part = (1 - Math.cos(Math.PI * step / steps)) / 2;
      page.mouse().move(x + (toX - x) * part, y + (toY - y) * part);
      rest(Duration.ofMillis(18));
    }
    x = toX;
    y = toY;
    rest(Duration.ofMillis(300));
  }

  void press(Locator what) {
    point(what);
    page.mouse().click(x, y, new Mouse.ClickOptions().setDelay(120));
    rest(Duration.ofMillis(400));
  }

  /** The picture that stands there before the video plays. */
  void poster(Path folder, String name) {
    Path picture = raw.resolve("poster.png");
    page.screenshot(new Page.ScreenshotOptions().setPath(picture));
    GuideMedia.encode(
        List.of(
            "-i", picture.toString(), "-quality", "80", folder.resolve(name + ".webp").toString()));
  }

  /** Ends the visit and lays {@code NAME.webm} and {@code NAME.vtt} there. */
  void end(Path folder, String name) {
    rest(Duration.ofSeconds(1));
    double early = (double) Duration.ofNanos(begun - opened).toMillis() / 1e3;
    Path recorded = page.video().path();
    page.context().close();
    GuideMedia.encode(
        List.of(
            "-ss",
            "%.2f".formatted(early),
            "-i",
            recorded.toString(),
            "-c:v",
            "libvpx-vp9",
            "-crf",
            "36",
            "-b:v",
            "0",
            "-r",
            "15",
            "-g",
            "150",
            "-row-mt",
            "1",
            "-an",
            folder.resolve(name + ".webm").toString()));
    try {
      Files.writeString(folder.resolve(name + ".vtt"), "WEBVTT\n\n" + String.join("\n", captions));
      System.out.printf(
          "%s.webm %,d bytes, %d s%n",
          name, Files.size(folder.resolve(name + ".webm")), since() / 1000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Folders.delete(raw);
  }
}
