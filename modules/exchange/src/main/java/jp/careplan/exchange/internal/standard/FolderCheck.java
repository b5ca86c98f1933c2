package jp.careplan.exchange.internal.standard;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Checks files folder by folder: what lies in two folders never forms one unit. */
public final class FolderCheck {
  private final Map<String, Map<String, SourceFile>> folders = new TreeMap<>();

  /** Adds a file; what an operating system left behind is passed over. */
  public void add(String folder, SourceFile file) {
    if (!Standard.isDropping(file.name())) {
      folders.computeIfAbsent(folder, f -> new TreeMap<>()).put(file.name(), file);
    }
  }

  public boolean isEmpty() {
    return folders.isEmpty();
  }

  /** All units, by folder. */
  public List<FolderUnit> check(Standard standard) throws IOException {
    List<FolderUnit> units = new ArrayList<>();
    check(standard, units::add);
    return units;
  }

  /** Hands out each unit as soon as it is checked; who has seen enough throws. */
  public void check(Standard standard, Consumer<FolderUnit> to) throws IOException {
    for (var folder : folders.entrySet()) {
      for (var group : standard.group(folder.getValue().keySet())) {
        List<SourceFile> files =
            group.names().stream()
                .map(name -> requireNonNull(folder.getValue().get(name)))
                .toList();
        to.accept(new FolderUnit(folder.getKey(), group, standard.check(files)));
      }
    }
  }
}
