package jp.careplan.exchange.internal.standard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;

/**
 * The check as a program of its own, for vendors: needs no server. Answers 0 where all units are
 * accepted, 1 where one is refused, 2 where it was called wrongly.
 */
public final class CheckCommand {
  private static final int ACCEPTED = 0;
  private static final int REFUSED = 1;
  private static final int MISUSE = 2;
  private static final String HELP =
      """
      使い方: java -jar careplan-check.jar [--json] フォルダーまたはファイル…

      ケアプランデータのファイルが標準仕様のとおりかどうかを確かめます。
      フォルダーを渡すと、そのなかのフォルダーも確かめます。

        --json     結果をJSON（UTF-8）で出します
        --version  版を出します
        --help     この説明を出します

      終了コード: 0 すべて送れます  1 直しが必要なものがあります  2 使い方の誤り
      """;

  private final PrintStream out;
  private final PrintStream err;

  CheckCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  public static void main(String[] args) {
    System.exit(new CheckCommand(readable(System.out), readable(System.err)).run(args));
  }

  /** The stream in its own encoding, or in UTF-8 where that has no Japanese. */
  private static PrintStream readable(PrintStream stream) {
    return stream.charset().newEncoder().canEncode('指')
        ? stream
        : new PrintStream(stream, true, UTF_8);
  }

  int run(String... args) {
    boolean json = false;
    boolean optionsOver = false;
    List<String> paths = new ArrayList<>();
    for (String arg : args) {
      if (optionsOver || !arg.startsWith("-")) {
        paths.add(arg);
        continue;
      }
      switch (arg) {
        case "--json" -> json = true;
        case "--" -> optionsOver = true;
        case "--help", "-h" -> {
          out.print(HELP);
          return ACCEPTED;
        }
        case "--version" -> {
          out.println(version());
          return ACCEPTED;
        }
        default -> {
          return misuse("知らないオプションです: " + arg);
        }
      }
    }
    return paths.isEmpty() ? misuse("フォルダーまたはファイルを指定してください。") : check(paths, json);
  }

  private int check(List<String> paths, boolean json) {
    var given = new GivenFiles();
    try {
      for (String path : paths) {
        given.add(path);
      }
      if (given.isEmpty()) {
        return misuse("確かめるファイルがありません: " + String.join(" ", paths));
      }
      return report(given.check(Standard.load()), json);
    } catch (NoSuchFileException e) {
      return misuse("見つかりません: " + e.getFile());
    } catch (InvalidPathException e) {
      return misuse("パスとして読めません: " + e.getInput());
    } catch (IOException e) {
      return misuse("読み取れません: " + e.getMessage());
    }
  }

  private int report(List<FolderUnit> units, boolean json) {
    if (json) {
      byte[] bytes = JsonReport.of(units).getBytes(UTF_8);
      out.write(bytes, 0, bytes.length);
    } else {
      out.print(TextReport.of(units));
    }
    out.flush();
    return units.stream().allMatch(FolderUnit::accepted) ? ACCEPTED : REFUSED;
  }

  private int misuse(String sentence) {
    err.println("careplan-check: " + sentence);
    err.println("使い方は --help でわかります。");
    return MISUSE;
  }

  private static String version() {
    String version = CheckCommand.class.getPackage().getImplementationVersion();
    return "careplan-check " + (version == null ? "(開発中)" : version);
  }
}
