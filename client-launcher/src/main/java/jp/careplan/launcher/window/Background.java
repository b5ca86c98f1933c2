package jp.careplan.launcher.window;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.SwingUtilities;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;

/** Work with files and the network, one after the other and never on the window's own thread. */
final class Background {
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("exchange").factory());

  /** Work nobody waits for. */
  void run(Runnable work) {
    worker.execute(work);
  }

  /** The outcome is told on the window's thread. */
  <T> void run(Supplier<T> work, Consumer<T> done, Consumer<Trouble> failed) {
    worker.execute(() -> {
      try {
        T result = work.get();
        SwingUtilities.invokeLater(() -> done.accept(result));
      } catch (Trouble trouble) {
        SwingUtilities.invokeLater(() -> failed.accept(trouble));
      } catch (RuntimeException fault) {
        var trouble =
            new Trouble(LauncherProblem.OUR_FAULT, fault.getClass().getSimpleName(), fault);
        SwingUtilities.invokeLater(() -> failed.accept(trouble));
      }
    });
  }
}
