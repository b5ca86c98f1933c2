package jp.careplan.application.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.careplan.application.JoinedOffices;
import jp.careplan.application.JoinedOffices.Page;
import jp.careplan.application.Prefecture;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.KindWords;
import jp.careplan.kernel.ServiceKind;

/** 事業所一覧: for anyone at {@code /directory}, for offices at {@code /office/directory}. */
@Named
@RequestScoped
public class DirectoryView {
  static final String OFFICE_PATH = "/office/directory";
  private static final String PUBLIC_PATH = "/directory";
  private static final int PAGE = 50;

  @Inject private JoinedOffices offices;
  @Inject private JapaneseTime time;
  @Inject private KindWords words;

  private DirectoryQuery query = new DirectoryQuery("", "", "", "", false);
  private String path = PUBLIC_PATH;
  private List<DirectoryRow> rows = List.of();
  private String next = "";
  private Map<String, Long> counts = Map.of();

  /** One choice of the filter. */
  public record Choice(String value, String label, boolean chosen) {
    public String getValue() {
      return value;
    }

    public String getLabel() {
      return label;
    }

    public boolean isChosen() {
      return chosen;
    }
  }

  @PostConstruct
  void load() {
    String view = FacesContext.getCurrentInstance().getViewRoot().getViewId();
    path = view.startsWith("/office/") ? OFFICE_PATH : PUBLIC_PATH;
    query = DirectoryQuery.of(Browser::parameter);
    if (isListed()) {
      Page page =
          offices.search(
              query.query(), Optional.of(query.after()).filter(it -> !it.isEmpty()), PAGE);
      rows = page.items().stream().map(it -> new DirectoryRow(it, time, words)).toList();
      next = page.next().map(it -> query.address(path, it)).orElse("");
    } else {
      counts = offices.countByPrefecture();
    }
  }

  /** Whether offices are shown; prospects first see how many there are where. */
  public boolean isListed() {
    return path.equals(OFFICE_PATH) || query.filters() || query.all();
  }

  public String getPath() {
    return path;
  }

  public String getWords() {
    return query.words();
  }

  public boolean isFiltering() {
    return query.filters();
  }

  public boolean isContinued() {
    return !query.after().isEmpty();
  }

  public String getFirst() {
    return query.address(path, "");
  }

  public String getNext() {
    return next;
  }

  public String getExport() {
    return query.address("/office/directory-export", "");
  }

  public List<DirectoryRow> getRows() {
    return rows;
  }

  public List<PrefectureTile> getTiles() {
    return Prefecture.ALL.stream()
        .map(it -> new PrefectureTile(it, counts.getOrDefault(it.number(), 0L)))
        .toList();
  }

  /** Prefectures with the offices of numbers that are no prefecture's, which examples have. */
  public List<PrefectureTile> getAll() {
    Map<String, Prefecture> all = new LinkedHashMap<>();
    Prefecture.ALL.forEach(it -> all.put(it.number(), it));
    counts
        .keySet()
        .forEach(
            it -> all.computeIfAbsent(it, any -> new Prefecture(it, Prefecture.nameOf(it), 0, 0)));
    return all.values().stream()
        .map(it -> new PrefectureTile(it, counts.getOrDefault(it.number(), 0L)))
        .toList();
  }

  public long getTotal() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  public List<Choice> getPrefectures() {
    return Prefecture.ALL.stream()
        .map(it -> new Choice(it.number(), it.name(), it.number().equals(query.prefecture())))
        .toList();
  }

  public List<Choice> getKinds() {
    return words.exchanged().stream()
        .flatMap(group -> group.kinds().stream())
        .map(ServiceKind::value)
        .distinct()
        .sorted()
        .map(it -> new Choice(it, words.of(new ServiceKind(it)), it.equals(query.kind())))
        .toList();
  }
}
