package jp.careplan.support.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.careplan.support.Downloads;
import jp.careplan.support.LauncherPackage;

/** 製品ダウンロード: what there is, the newest version apart from older ones. */
@Named("downloads")
@RequestScoped
public class DownloadsView {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu年M月d日(E)", Locale.JAPANESE);
  private static final double MEGABYTE = 1024.0 * 1024.0;

  @Inject private Downloads downloads;

  private List<LauncherPackage> packages = List.of();
  private Map<String, Long> counts = Map.of();

  @PostConstruct
  void load() {
    packages = downloads.packages();
    counts = packages.isEmpty() ? Map.of() : downloads.counts();
  }

  public boolean isAny() {
    return !packages.isEmpty();
  }

  public String getVersion() {
    return packages.getFirst().version();
  }

  public List<LauncherPackage> getNewest() {
    return packages.stream().filter(this::isNewest).toList();
  }

  public List<LauncherPackage> getOlder() {
    return packages.stream().filter(it -> !isNewest(it)).toList();
  }

  private boolean isNewest(LauncherPackage one) {
    return LauncherPackage.compareVersions(one.version(), getVersion()) == 0;
  }

  /** Whose signature one of the packages has; empty where none is signed. */
  public String getSigner() {
    return packages.stream()
        .map(LauncherPackage::signer)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse("");
  }

  /** The package that the ways of checking are shown for: the first that is signed, if one is. */
  public String getExample() {
    return packages.stream()
        .filter(it -> getSigner().isEmpty() || it.signer().isPresent())
        .findFirst()
        .map(LauncherPackage::file)
        .orElse("");
  }

  public String day(LauncherPackage one) {
    return DAY.format(one.released());
  }

  public String size(LauncherPackage one) {
    return one.bytes() < MEGABYTE
        ? String.format(Locale.ROOT, "%,dバイト", one.bytes())
        : String.format(Locale.ROOT, "%.1fMB（%,dバイト）", one.bytes() / MEGABYTE, one.bytes());
  }

  public String count(LauncherPackage one) {
    return String.format(Locale.ROOT, "%,d回", counts.getOrDefault(one.file(), 0L));
  }
}
