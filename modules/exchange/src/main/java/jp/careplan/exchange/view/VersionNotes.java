package jp.careplan.exchange.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.exchange.Versions;
import jp.careplan.exchange.Versions.Elsewhere;
import jp.careplan.exchange.Versions.Standing;
import org.jspecify.annotations.Nullable;

/** 版: what the pages of one transmission say of its people's versions. */
@Named
@RequestScoped
public class VersionNotes {
  @Inject private Versions versions;
  @Inject private Caller caller;
  @Inject private JapaneseTime time;

  private @Nullable Map<Integer, Note> notes;
  private Set<Integer> differing = Set.of();

  /** What is said of one person. */
  public final class Note {
    private final Standing it;

    private Note(Standing it) {
      this.it = it;
    }

    /** A newer version, or what deleted this one; what holds now. */
    private Optional<Elsewhere> later() {
      return it.newest().or(it::deletedBy);
    }

    /** 第1版（全2版）; empty where there is but one. */
    public String getVersion() {
      return it.count() > 1 ? "第%d版（全%d版）".formatted(it.number(), it.count()) : "";
    }

    public boolean isNewer() {
      return it.newest().isPresent();
    }

    public boolean isDeleted() {
      return it.deletedBy().isPresent();
    }

    /** Where what holds now is read, or received; empty where this one holds. */
    public String getLater() {
      return later().map(VersionNotes.this::address).orElse("");
    }

    public String getLaterAt() {
      return later().map(found -> time.moment(found.at())).orElse("");
    }

    /** Whether this part deletes something that is known. */
    public boolean isDeleting() {
      return it.deletes();
    }

    public String getBefore() {
      return it.before().map(VersionNotes.this::address).orElse("");
    }

    public String getBeforeAt() {
      return it.before().map(found -> time.moment(found.at())).orElse("");
    }

    /** Whether the one before can be laid beside this one. */
    public boolean isComparable() {
      return !it.deletes() && it.before().filter(Elsewhere::open).isPresent();
    }

    private boolean isWorthTelling() {
      return isNewer() || isDeleted() || it.deletes() || it.count() > 1;
    }
  }

  /** A later transmission with something of these people. */
  public record Later(String link, String at, int people, boolean deletes) {}

  private Map<Integer, Note> notes() {
    Map<Integer, Note> known = notes;
    if (known == null) {
      known = load();
      notes = known;
    }
    return known;
  }

  private Map<Integer, Note> load() {
    Map<Integer, Note> loaded = new HashMap<>();
    String id = id();
    if (!id.isEmpty()) {
      OfficeSession by = caller.careSession();
      for (Standing it : versions.of(by, new TransmissionId(id))) {
        var note = new Note(it);
        loaded.merge(it.place(), note, (one, other) -> one.isWorthTelling() ? one : other);
      }
      differing = versions.differing(by, new TransmissionId(id));
    }
    return loaded;
  }

  private static String id() {
    return FacesContext.getCurrentInstance()
        .getExternalContext()
        .getRequestParameterMap()
        .getOrDefault("id", "");
  }

  private String address(Elsewhere it) {
    return it.open()
        ? "/office/read?id=" + it.id() + "&person=" + it.place()
        : "/office/transmission?id=" + it.id();
  }

  /** Of the person at that place; null where nothing is known. */
  public @Nullable Note of(int place) {
    return notes().get(place);
  }

  /** Whether a result says something else than its plan. */
  public boolean differs(int place) {
    notes();
    return differing.contains(place);
  }

  public boolean isAnyDiffering() {
    notes();
    return !differing.isEmpty();
  }

  /** Later transmissions that hold instead, each with how many people. */
  public List<Later> getLater() {
    Map<String, Later> later = new LinkedHashMap<>();
    notes()
        .values()
        .forEach(note ->
            note.later()
                .ifPresent(it ->
                    later.merge(
                        it.id().value(),
                        new Later(
                            "/office/transmission?id=" + it.id(),
                            time.moment(it.at()),
                            1,
                            note.isDeleted()),
                        (one, other) ->
                            new Later(one.link(), one.at(), one.people() + 1, one.deletes()))));
    return List.copyOf(later.values());
  }

  /** What a deletion takes away: the transmissions before, each with how many people. */
  public List<Later> getDeleted() {
    Map<String, Later> deleted = new LinkedHashMap<>();
    for (Note note : notes().values()) {
      if (note.isDeleting()) {
        note.it
            .before()
            .ifPresent(it ->
                deleted.merge(
                    it.id().value(),
                    new Later("/office/transmission?id=" + it.id(), time.moment(it.at()), 1, true),
                    (one, other) -> new Later(one.link(), one.at(), one.people() + 1, true)));
      }
    }
    return List.copyOf(deleted.values());
  }

  /** 残り: other offices of these people that still hold the version before. */
  public List<Behind> getBehind() {
    String id = id();
    return id.isEmpty()
        ? List.of()
        : versions.behind(caller.careSession(), new TransmissionId(id)).stream()
            .map(it ->
                new Behind(
                    it.key(),
                    it.partner().name(),
                    Words.serviceKind(it.partner()),
                    it.people(),
                    "/office/transmission?id=" + it.holds()))
            .toList();
  }

  /**
   * One of them.
   *
   * @param key that its box is ticked by
   */
  public record Behind(String key, String partner, String kind, int people, String link) {}
}
