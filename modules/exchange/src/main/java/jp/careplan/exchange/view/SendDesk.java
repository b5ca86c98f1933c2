package jp.careplan.exchange.view;

import static jp.careplan.exchange.ExchangeProblem.NOT_ON_THE_DESK;
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
import java.util.function.Consumer;
import java.util.function.Predicate;
import jp.careplan.application.OfficeSession;
import jp.careplan.exchange.CheckedUnit;
import jp.careplan.exchange.Dispatching;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.Sending;
import jp.careplan.exchange.SendingOffer;
import jp.careplan.exchange.SendingOutcome;
import jp.careplan.exchange.SendingOutcome.Accepted;
import jp.careplan.exchange.SendingOutcome.AlreadySent;
import jp.careplan.exchange.SendingOutcome.Refused;
import jp.careplan.exchange.SendingOutcome.Unsure;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.exchange.internal.enclosure.EnclosureCheck;
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
      Comparator.comparing(DeskUnit::isSmooth)
          .thenComparing(DeskUnit::getPartner)
          .thenComparing(DeskUnit::getMonth);

  private final String token = TimeOrderedId.next();
  private final Map<String, Map<String, OfferedFile>> folders = new LinkedHashMap<>();
  private final Map<String, TransmissionId> ids = new HashMap<>();
  private List<DeskUnit> units = new ArrayList<>();
  private final List<SentUnit> done = new ArrayList<>();
  private boolean unchecked;
  private int wanted;
  private int settled;
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
      folders.clear();
      units.clear();
      unchecked = false;
      wanted = 0;
      settled = 0;
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

  /** Puts attachments to the message of one unit; within what may lie here at all. */
  synchronized void attach(
      String unit, List<OfferedFile> files, EnclosureCheck check, Limits limits) {
    DeskUnit to = find(unit).orElseThrow(() -> new DomainException(NOT_ON_THE_DESK, ""));
    long lying =
        units.stream().mapToLong(it -> it.draft().bytes()).sum()
            + folders.values().stream()
                .flatMap(it -> it.values().stream())
                .mapToLong(SendDesk::size)
                .sum();
    if (lying + files.stream().mapToLong(SendDesk::size).sum() > limits.bytes()) {
      throw new DomainException(
          UNIT_TOO_LARGE, "一度に置けるのは合わせて" + Words.size(limits.bytes()) + "までです。");
    }
    to.draft().attach(files, check);
  }

  private static long size(OfferedFile file) {
    return file.content().length;
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
    List<String> names = List.copyOf(folders.keySet());
    List<List<CheckedUnit>> checked =
        sending.checkEach(
            by, folders.values().stream().map(files -> List.copyOf(files.values())).toList());
    var found = new ArrayList<DeskUnit>();
    for (int i = 0; i < names.size(); i++) {
      String folder = names.get(i);
      for (CheckedUnit unit : checked.get(i)) {
        TransmissionId id = idOf(folder, unit);
        found.add(
            Optional.ofNullable(before.get(id)).orElseGet(() -> new DeskUnit(id, folder, unit)));
      }
    }
    units = found;
    unchecked = false;
  }

  private TransmissionId idOf(String folder, CheckedUnit unit) {
    String content = Sha256.hex(folder + "\n" + SendingOffer.manifestOf(unit.files()));
    return ids.computeIfAbsent(content, any -> TransmissionId.next());
  }

  /**
   * 正しい N件を送る: what may go is given to whoever sends it, and stays here until it is told what
   * became of it.
   */
  synchronized void start(Dispatching dispatching, OfficeSession by) {
    start(dispatching, by, unit -> true);
  }

  /** The same for the units of one folder alone. */
  synchronized void startFolder(Dispatching dispatching, OfficeSession by, String folder) {
    start(dispatching, by, unit -> unit.folder().equals(folder));
  }

  private void start(Dispatching dispatching, OfficeSession by, Predicate<DeskUnit> which) {
    List<DeskUnit> ready =
        units.stream().filter(which).filter(it -> it.isReady() && !it.isWanted()).toList();
    if (ready.isEmpty()) {
      return;
    }
    if (units.stream().noneMatch(DeskUnit::isWanted)) {
      wanted = 0;
      settled = 0;
    }
    dispatching.start(by, ready.stream().map(DeskUnit::wanted).toList(), new Told(by.user()));
    ready.forEach(DeskUnit::want);
    wanted += ready.size();
  }

  /** Hears from the thread that sends; what concerns another person's desk is not told here. */
  private final class Told implements Dispatching.Watcher {
    private final UserId user;

    Told(UserId user) {
      this.user = user;
    }

    @Override
    public void became(TransmissionId id, SendingOutcome outcome) {
      settle(user, id, unit -> note(unit, outcome));
    }

    @Override
    public void failed(TransmissionId id, DomainException why) {
      settle(user, id, unit -> unit.failed(why));
    }
  }

  private synchronized void settle(UserId user, TransmissionId id, Consumer<DeskUnit> what) {
    if (owner.equals(Optional.of(user))) {
      settled++;
      units.stream().filter(unit -> unit.id().equals(id)).findFirst().ifPresent(what);
    }
  }

  /** What became of a unit of this desk. */
  synchronized void note(DeskUnit unit, SendingOutcome outcome) {
    switch (outcome) {
      case Accepted accepted -> sent(unit, new SentUnit(unit, accepted));
      case Refused(var findings, var overridable) -> unit.refused(findings, overridable);
      case AlreadySent before -> unit.alreadySent(before);
      case Unsure(var doubts) -> unit.unsure(doubts);
    }
  }

  /** How many of what was begun together have an answer. */
  synchronized int settled() {
    return settled;
  }

  /** How many were begun together. */
  synchronized int wanted() {
    return wanted;
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

  /** 外す; what is on its way stays until it has an answer. */
  synchronized void takeAway(DeskUnit unit) {
    if (!unit.isWanted()) {
      remove(unit);
    }
  }

  private void remove(DeskUnit unit) {
    Map<String, OfferedFile> files = folders.getOrDefault(unit.folder(), new HashMap<>());
    unit.files().forEach(file -> files.remove(placeOf(file), file)); // not what took its place
    if (files.isEmpty()) {
      folders.remove(unit.folder());
    }
    units.remove(unit);
  }

  synchronized void clear() {
    List.copyOf(units).forEach(this::takeAway);
  }

  synchronized void forgetDone() {
    done.clear();
  }
}
