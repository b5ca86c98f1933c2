package jp.careplan.exchange.view;

import static jp.careplan.exchange.ExchangeProblem.TOO_MANY_FILES;
import static jp.careplan.exchange.ExchangeProblem.UNIT_TOO_LARGE;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.careplan.application.OfficeSession;
import jp.careplan.exchange.CheckedUnit;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.Sending;
import jp.careplan.exchange.SendingOffer;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.exchange.internal.standard.Standard;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.Sha256;
import jp.careplan.kernel.TimeOrderedId;
import jp.careplan.kernel.UserId;

/**
 * What one person has laid out for sending: files in memory, never on a disk, until they are sent
 * or taken away. A unit keeps its ID as long as its content stays, so that a double click, a reload
 * or a second try doubles nothing.
 */
@SessionScoped
class SendDesk implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int DONE_SHOWN = 500;

  private static final Comparator<DeskUnit> WORST_FIRST =
      Comparator.comparing(DeskUnit::isReady)
          .thenComparing(DeskUnit::getPartner)
          .thenComparing(DeskUnit::getMonth);

  private final String token = TimeOrderedId.next();
  private final Map<String, Map<String, OfferedFile>> folders = new LinkedHashMap<>();
  private final Map<String, TransmissionId> ids = new HashMap<>();
  private List<DeskUnit> units = new ArrayList<>();
  private final List<SentUnit> done = new ArrayList<>();
  private boolean unchecked;
  private Optional<UserId> owner = Optional.empty();

  /** How much may lie here at once. */
  record Limits(long bytes, int files) {}

  /** Known to this person's pages alone: who lays files here must name it. */
  String token() {
    return token;
  }

  /**
   * The desk of this person: what another left here is cleared away; who comes back after a login
   * that ended finds everything as it was.
   */
  synchronized SendDesk of(OfficeSession by) {
    if (!owner.equals(Optional.of(by.user()))) {
      clear();
      done.clear();
      ids.clear();
      owner = Optional.of(by.user());
    }
    return this;
  }

  /** Lays files out; a file of the same name in the same folder takes the place of the older. */
  synchronized void put(String folder, List<OfferedFile> files, Limits limits) {
    Map<String, OfferedFile> present = new LinkedHashMap<>(folders.getOrDefault(folder, Map.of()));
    files.stream()
        .filter(file -> !Standard.isDropping(file.name()))
        .forEach(file -> present.put(placeOf(file), file));
    var wanted = new LinkedHashMap<>(folders);
    wanted.put(folder, present);
    List<OfferedFile> all = wanted.values().stream().flatMap(it -> it.values().stream()).toList();
    if (all.size() > limits.files()) {
      throw new DomainException(TOO_MANY_FILES, "一度に置けるのは" + limits.files() + "個までです。");
    }
    if (all.stream().mapToLong(file -> file.content().length).sum() > limits.bytes()) {
      throw new DomainException(
          UNIT_TOO_LARGE, "一度に置けるのは合わせて" + Words.size(limits.bytes()) + "までです。");
    }
    folders.put(folder, present);
    unchecked = true;
  }

  /** Capitals make no other file. */
  private static String placeOf(OfferedFile file) {
    return file.name().toUpperCase(Locale.ROOT);
  }

  /** Checks what has changed; folders are never mixed. */
  synchronized void check(Sending sending, OfficeSession by) {
    if (!unchecked) {
      return;
    }
    Map<TransmissionId, DeskUnit> before = new HashMap<>();
    units.forEach(unit -> before.put(unit.id(), unit));
    var found = new ArrayList<DeskUnit>();
    folders.forEach((folder, files) -> {
      for (CheckedUnit unit : sending.check(by, List.copyOf(files.values()))) {
        TransmissionId id = idOf(folder, unit);
        found.add(
            Optional.ofNullable(before.get(id)).orElseGet(() -> new DeskUnit(id, folder, unit)));
      }
    });
    units = found;
    unchecked = false;
  }

  private TransmissionId idOf(String folder, CheckedUnit unit) {
    String content = Sha256.hex(folder + "\n" + SendingOffer.manifestOf(unit.files()));
    return ids.computeIfAbsent(content, any -> TransmissionId.next());
  }

  /** Worst first, then by partner and month. */
  synchronized List<DeskUnit> units() {
    return units.stream().sorted(WORST_FIRST).toList();
  }

  synchronized Optional<DeskUnit> find(String id) {
    return units.stream().filter(unit -> unit.getId().equals(id)).findFirst();
  }

  /** The newest first. */
  synchronized List<SentUnit> done() {
    return List.copyOf(done);
  }

  /**
   * A unit went out: its files are let go, and its ID too, so that the same files laid out once
   * more are a question to the person and not the old answer.
   */
  synchronized void sent(DeskUnit unit, SentUnit result) {
    remove(unit);
    ids.values().remove(unit.id());
    done.addFirst(result);
    if (done.size() > DONE_SHOWN) {
      done.removeLast();
    }
  }

  synchronized void remove(DeskUnit unit) {
    Map<String, OfferedFile> files = folders.getOrDefault(unit.folder(), new HashMap<>());
    unit.files().forEach(file -> files.remove(placeOf(file)));
    if (files.isEmpty()) {
      folders.remove(unit.folder());
    }
    units.remove(unit);
  }

  synchronized void clear() {
    folders.clear();
    units.clear();
    unchecked = false;
  }

  synchronized void forgetDone() {
    done.clear();
  }
}
