package jp.careplan.kernel;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jp.careplan.kernel.internal.chain.ChainTables;
import jp.careplan.kernel.internal.chain.Exported;
import jp.careplan.kernel.internal.chain.ExportedSeals;
import jp.careplan.kernel.internal.chain.Seal;
import jp.careplan.kernel.internal.chain.SealFiles;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Appends seals to files outside the database, on each node in a folder of its own. What is missing
 * there after a kill is made up for in the next round.
 */
@ApplicationScoped
class SealExport {
  private static final System.Logger LOG = System.getLogger(SealExport.class.getName());
  private static final int AT_ONCE = 500;

  @Inject private SealStore store;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "careplan.seals.folder")
  private Optional<String> folder;

  @Inject
  @ConfigProperty(name = "careplan.data")
  private String home;

  private Optional<Exported> last = Optional.empty();
  private boolean begun;

  private SealFiles files() {
    return new SealFiles(
        folder.filter(it -> !it.isBlank()).map(Path::of).orElse(Path.of(home, "seals")));
  }

  /** All seals that this node handed out; to be closed. */
  ExportedSeals read() {
    return files().read();
  }

  /** Hands out what is new. */
  synchronized void work() {
    begin();
    List<Seal> found;
    do {
      long after = last.map(Exported::number).orElse(0L);
      if (store.step(it -> new ChainTables(it).head()).number() < after) {
        LOG.log(
            ERROR, "audit trail: the database ends before seal {0}, which was handed out", after);
        return;
      }
      found = store.step(it -> new ChainTables(it).seals(after, AT_ONCE));
      append(found);
    } while (found.size() == AT_ONCE);
  }

  private void begin() {
    if (begun) {
      return;
    }
    try {
      last = files().last();
      begun = true;
    } catch (IOException e) {
      throw new UncheckedIOException("seals cannot be read: careplan.seals.folder", e);
    }
  }

  private void append(List<Seal> seals) {
    if (seals.isEmpty()) {
      return;
    }
    try {
      files().append(seals, clock.instant());
      last = Optional.of(seals.getLast().exported());
    } catch (IOException e) {
      throw new UncheckedIOException("seals cannot be handed out: careplan.seals.folder", e);
    }
  }
}
