package jp.careplan.launcher.command;

import java.util.Collection;
import java.util.List;
import jp.careplan.launcher.trouble.Exit;
import jp.careplan.launcher.trouble.Trouble;

/** The one exit code of an errand with several parts. */
final class Verdict {
  /** The more hope another try has, the earlier. */
  private static final List<Exit> TELLING =
      List.of(Exit.UNREACHABLE, Exit.NOT_ADMITTED, Exit.LOCAL_TROUBLE, Exit.REFUSED);

  private Verdict() {}

  static Exit of(boolean somethingArrived, Collection<Trouble> troubles) {
    if (troubles.isEmpty()) {
      return Exit.DONE;
    }
    if (somethingArrived) {
      return Exit.PARTLY_DONE;
    }
    var exits = troubles.stream().map(Trouble::exit).toList();
    return TELLING.stream().filter(exits::contains).findFirst().orElse(Exit.REFUSED);
  }
}
