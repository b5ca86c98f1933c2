package jp.careplan.launcher.command;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.careplan.launcher.errand.OwnVersion;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line as a whole: parses, runs, and says in Japanese what went wrong. */
public final class CommandFace {
  private static final Pattern SECRET =
      Pattern.compile("--?((certificate|issue)-?)?(password|passwd|pass|pw)(=.*)?", Pattern.DOTALL);

  private final CommandLine commandLine;
  private final PrintWriter out;
  private final PrintWriter err;

  public CommandFace(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
    this.commandLine = new CommandLine(new CareplanCommand());
    commandLine
        .setOut(out)
        .setErr(err)
        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((failure, args) -> misuse(failure, args))
        .setExecutionExceptionHandler(this::failure);
    japanese(commandLine);
  }

  public int run(String... args) {
    if (Arrays.stream(args).anyMatch(argument -> SECRET.matcher(argument).matches())) {
      return tell(new Trouble(LauncherProblem.SECRET_ON_COMMAND_LINE, "パスワードの値は、使いませんでした。"), args);
    }
    return commandLine.execute(args);
  }

  private int failure(Exception failure, CommandLine failed, ParseResult parsed) {
    var trouble =
        failure instanceof Trouble known
            ? known
            : new Trouble(LauncherProblem.OUR_FAULT, failure.getClass().getSimpleName(), failure);
    if (parsed.expandedArgs().contains("--debug")) {
      trouble.printStackTrace(err);
    }
    return tell(trouble, parsed.expandedArgs().toArray(String[]::new));
  }

  private int misuse(ParameterException failure, String[] args) {
    return tell(new Trouble(LauncherProblem.BAD_USAGE, detail(failure)), args);
  }

  private int tell(Trouble trouble, String[] args) {
    new Output(out, err, List.of(args).contains("--json")).problem(trouble.problem());
    return trouble.exit().code();
  }

  /** Never repeats a value: it may be something that was meant to stay secret. */
  private static String detail(ParameterException failure) {
    if (failure instanceof UnmatchedArgumentException unmatched) {
      return unmatched.getUnmatched().stream()
          .map(argument -> argument.replaceFirst("=.*", ""))
          .collect(Collectors.joining(" ", "分からない言葉があります: ", ""));
    }
    if (failure instanceof MissingParameterException missing) {
      return missing.getMissing().stream()
          .map(each ->
              each.isOption() ? String.valueOf(each).replaceFirst("=.*", "") : each.paramLabel())
          .collect(Collectors.joining(" ", "足りないものがあります: ", ""));
    }
    var argument = failure.getArgSpec();
    return argument == null ? "組み合わせられない書き方です。" : "値の書き方を確かめてください: " + argument.paramLabel();
  }

  private static void japanese(CommandLine each) {
    each.getCommandSpec()
        .version("careplan " + OwnVersion.find().orElse("（版なし）"))
        .usageMessage()
        .synopsisHeading("使い方: ")
        .optionListHeading("%n選べるもの:%n")
        .parameterListHeading("%n示すもの:%n")
        .commandListHeading("%nコマンド:%n")
        .synopsisSubcommandLabel("[コマンド]")
        .abbreviateSynopsis(false)
        .width(100);
    each.getSubcommands().values().forEach(CommandFace::japanese);
  }
}
