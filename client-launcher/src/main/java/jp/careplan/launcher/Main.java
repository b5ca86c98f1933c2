package jp.careplan.launcher;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import jp.careplan.launcher.command.CommandFace;

/** Where the launcher starts: as a window, or as the command {@code careplan}. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // without this, JDK 22 and newer take a redirected stream for a person at a terminal
    System.setProperty("jdk.console", "java.base");
    int code =
        new CommandFace(writer(System.out, "stdout"), writer(System.err, "stderr")).run(args);
    System.exit(code);
  }

  private static PrintWriter writer(OutputStream stream, String name) {
    return new PrintWriter(stream, true, charset(name));
  }

  /** UTF-8, but for a terminal that shows something else that can show Japanese. */
  @SuppressWarnings("SystemConsoleNull") // jdk.console above brings the old meaning back
  private static Charset charset(String name) {
    boolean terminal = System.console() != null;
    var own =
        Charset.forName(System.getProperty(name + ".encoding", "UTF-8"), StandardCharsets.UTF_8);
    return terminal && own.newEncoder().canEncode('送') ? own : StandardCharsets.UTF_8;
  }
}
