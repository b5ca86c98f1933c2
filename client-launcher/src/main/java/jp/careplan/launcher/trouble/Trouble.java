package jp.careplan.launcher.trouble;

import org.jspecify.annotations.Nullable;

/** Ends an errand; carries what to tell the person and the exit code for the script. */
public final class Trouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final Exit exit;

  /** A refusal by the server. */
  public Trouble(Problem problem, Exit exit) {
    super(problem.code() + " " + problem.title());
    this.problem = problem;
    this.exit = exit;
  }

  /**
   * @param detail tells this one case, in Japanese
   */
  public Trouble(LauncherProblem kind, String detail) {
    this(kind, detail, null);
  }

  public Trouble(LauncherProblem kind, String detail, @Nullable Throwable cause) {
    super(kind.code() + " " + kind.title(), cause);
    this.problem = Problem.own(kind, detail);
    this.exit = kind.exit();
  }

  public Problem problem() {
    return problem;
  }

  public Exit exit() {
    return exit;
  }

  public boolean is(String code) {
    return problem.code().equals(code);
  }

  public boolean is(LauncherProblem kind) {
    return is(kind.code());
  }
}
