package jp.careplan.support;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.careplan.support.internal.download.Shelf;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Looks at the folder whenever somebody asks, so that whatever is laid there is offered at once.
 */
@ApplicationScoped
class DownloadService implements Downloads {
  private static final System.Logger LOG = System.getLogger(DownloadService.class.getName());
  private static final Duration DAY = Duration.ofDays(1);

  @PersistenceContext private EntityManager em;
  @Inject private Brake brake;

  @Inject
  @ConfigProperty(name = "careplan.downloads.folder")
  private Optional<String> folder;

  private Shelf shelf = Shelf.EMPTY;

  @Override
  public List<LauncherPackage> packages() {
    return folder.map(Path::of).filter(Files::isDirectory).map(this::shelf).orElse(List.of());
  }

  private synchronized List<LauncherPackage> shelf(Path home) {
    Shelf before = shelf;
    try {
      shelf = Shelf.of(home, before);
    } catch (IOException e) { // a file that is being laid there
      LOG.log(ERROR, "downloads folder cannot be read", e);
    }
    if (!shelf.equals(before)) {
      LOG.log(INFO, "downloads: {0} packages", shelf.packages().size());
      shelf.faults().forEach(it -> LOG.log(ERROR, "downloads: not offered: {0}", it));
    }
    return shelf.packages();
  }

  @Override
  public Optional<Fetched> fetch(String name) throws IOException {
    Optional<LauncherPackage> asked =
        packages().stream().filter(it -> it.file().equals(name)).findFirst();
    if (asked.isEmpty() && !isBesideAPackage(name)) {
      return Optional.empty();
    }
    Path file = Path.of(folder.orElseThrow()).resolve(name);
    FileChannel channel = FileChannel.open(file);
    return Optional.of(new Fetched(Channels.newInputStream(channel), channel.size()));
  }

  private boolean isBesideAPackage(String name) {
    return packages().stream()
        .filter(it -> it.signer().isPresent())
        .anyMatch(it -> name.equals(it.file() + ".sig") || name.equals("signer.pem"));
  }

  @Override
  @Transactional
  public Map<String, Long> counts() {
    Map<String, Long> counts = new HashMap<>();
    List<?> rows =
        em.createNativeQuery("SELECT package_file, counted FROM support_download").getResultList();
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      counts.put((String) columns[0], ((Number) columns[1]).longValue());
    }
    return counts;
  }

  @Override
  @Transactional
  public void begun(LauncherPackage one, String source) {
    if (brake.isRoom("download " + source + " " + one.file(), 1, DAY)) {
      em.createNativeQuery(
              "INSERT INTO support_download (package_file, counted) VALUES (?, 1)"
                  + " ON DUPLICATE KEY UPDATE counted = counted + 1")
          .setParameter(1, one.file())
          .executeUpdate();
    }
  }
}
