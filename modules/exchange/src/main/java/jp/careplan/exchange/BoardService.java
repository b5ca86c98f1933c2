package jp.careplan.exchange;

import static jp.careplan.exchange.ExchangeProblem.BAD_WISHED_DAY;
import static jp.careplan.exchange.ExchangeProblem.NOT_ON_THE_BOARD;
import static jp.careplan.exchange.ExchangeProblem.REMINDED_TODAY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeEntry;
import jp.careplan.application.OfficeSession;
import jp.careplan.exchange.BoardNotes.Asked;
import jp.careplan.exchange.BoardNotes.Place;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ServiceMonth;

@ApplicationScoped
@Transactional
class BoardService implements MonthBoard {
  private static final int DAYS_SHOWN = 14;

  @Inject private BoardStore store;
  @Inject private BoardNotes notes;
  @Inject private BoardAbsences absences;
  @Inject private People people;
  @Inject private OfficeDirectory offices;
  @Inject private ReminderPost post;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;

  @Override
  public Board of(OfficeSession by, ServiceMonth month) {
    LocalDate today = LocalDate.now(clock);
    ServiceMonth from = plus(month, -1 - OLDER);
    ServiceMonth until = plus(month, 1);
    Map<String, BoardMonth> months = months(by, from, until);
    Map<Place, Tick> ticks = notes.ticks(by.office(), from, until);
    List<Asked> asked = notes.asked(by.office(), today.minusDays(DAYS_SHOWN), today);
    Set<LineKey> keys = new HashSet<>();
    months.values().forEach(it -> keys.addAll(it.keys()));
    Map<OfficeNumber, OfficeEntry> known = offices.findAll(numbers(by, keys, asked));
    var lines =
        new Lines(
            month,
            months,
            ticks,
            absences.of(by.office(), from, until),
            notes.wishes(by.office()),
            known,
            remindedOn(by, asked));
    List<Line> all =
        keys.stream()
            .map(it -> lines.of(it, clock))
            .flatMap(Optional::stream)
            .sorted(
                Comparator.comparing((Line it) -> !it.key().planning())
                    .thenComparing(it -> it.partner().name())
                    .thenComparing(it -> it.key().partner().value())
                    .thenComparing(it -> it.key().kind())
                    .thenComparing(it -> it.key().satellite()))
            .toList();
    return new Board(month, today, all, reminders(by, asked, all, known), people.isOpen());
  }

  private Map<String, BoardMonth> months(OfficeSession by, ServiceMonth from, ServiceMonth until) {
    Map<String, List<BoardPart>> parts = store.parts(by, from, until);
    Map<String, BoardMonth> months = new HashMap<>();
    for (BoardUnit unit : store.units(by, from, until)) {
      months
          .computeIfAbsent(unit.month(), it -> new BoardMonth())
          .take(unit, parts.getOrDefault(unit.id().value(), List.of()));
    }
    return months;
  }

  private static Set<OfficeNumber> numbers(OfficeSession by, Set<LineKey> keys, List<Asked> asked) {
    return Stream.concat(
            keys.stream().map(LineKey::partner),
            asked.stream().map(Asked::by).filter(it -> !it.equals(by.office())))
        .collect(Collectors.toSet());
  }

  private static Set<OfficeNumber> remindedOn(OfficeSession by, List<Asked> asked) {
    return asked.stream()
        .filter(it -> it.by().equals(by.office()))
        .map(Asked::whom)
        .collect(Collectors.toSet());
  }

  /** Those that are not settled yet; of each partner and matter the last. */
  private static List<Reminder> reminders(
      OfficeSession by, List<Asked> asked, List<Line> lines, Map<OfficeNumber, OfficeEntry> known) {
    Map<List<Object>, Reminder> last = new HashMap<>();
    asked.stream()
        .filter(it -> it.whom().equals(by.office()))
        .filter(it -> !by.rights().isLimited() || hasLine(lines, it.by()))
        .filter(it -> lines.stream().noneMatch(line -> isSettled(it, line)))
        .sorted(Comparator.comparing(Asked::on))
        .forEach(it ->
            last.put(
                List.of(it.by(), it.lane(), it.month()),
                new Reminder(
                    Transmission.party(it.by().value(), "", known),
                    it.lane(),
                    ServiceMonth.parse(it.month()),
                    it.on())));
    return last.values().stream().sorted(Comparator.comparing(Reminder::on).reversed()).toList();
  }

  /** A reminder has no kind: who sees some kinds only sees those of partners on the own board. */
  private static boolean hasLine(List<Line> lines, OfficeNumber partner) {
    return lines.stream().anyMatch(it -> it.key().partner().equals(partner));
  }

  private static boolean isSettled(Asked it, Line line) {
    if (!line.key().partner().equals(it.by())) {
      return false;
    }
    if (it.lane() == Lane.PLAN) {
      return line.key().planning() && line.next().last().isPresent();
    }
    return !line.key().planning()
        && line.results().month().toString().equals(it.month())
        && !line.results().isOpen();
  }

  private static ServiceMonth plus(ServiceMonth month, int months) {
    return new ServiceMonth(month.value().plusMonths(months));
  }

  @Override
  public void tick(OfficeSession by, LineKey key, Lane lane, ServiceMonth month, Way way) {
    requireLine(by, key, lane, month);
    notes.tick(by, new Place(key, lane, month.toString()), way, clock.instant());
    audit(by, "board-ticked", key, month);
  }

  @Override
  public void untick(OfficeSession by, LineKey key, Lane lane, ServiceMonth month) {
    requireLine(by, key, lane, month);
    if (notes.untick(by, new Place(key, lane, month.toString()))) {
      audit(by, "board-unticked", key, month);
    }
  }

  @Override
  public List<Awaited> awaited(OfficeSession by, LineKey key, ServiceMonth month) {
    var line = new Place(key, Lane.RESULT, month.toString());
    return Optional.ofNullable(months(by, month, month).get(month.toString()))
        .map(it ->
            it.awaited(key, absences.of(by.office(), month, month).getOrDefault(line, Map.of())))
        .orElse(List.of());
  }

  @Override
  public void noteAbsence(
      OfficeSession by, LineKey key, ServiceMonth month, TransmissionId plan, int place) {
    Awaited person = requireAwaited(by, key, month, plan, place);
    if (person.absence().isEmpty() && !person.returned()) {
      absences.note(
          by, new Place(key, Lane.RESULT, month.toString()), plan, place, clock.instant());
      auditPerson(by, "absence-noted", plan, place);
    }
  }

  @Override
  public void takeBackAbsence(
      OfficeSession by, LineKey key, ServiceMonth month, TransmissionId plan, int place) {
    if (requireAwaited(by, key, month, plan, place).absence().isPresent()) {
      absences.takeBack(by, new Place(key, Lane.RESULT, month.toString()), plan, place);
      auditPerson(by, "absence-taken-back", plan, place);
    }
  }

  /** Only of whom whoever is signed in sees to be awaited anything can be noted. */
  private Awaited requireAwaited(
      OfficeSession by, LineKey key, ServiceMonth month, TransmissionId plan, int place) {
    return awaited(by, key, month).stream()
        .filter(it -> it.plan().equals(plan) && it.place() == place)
        .findFirst()
        .orElseThrow(() -> new DomainException(NOT_ON_THE_BOARD, ""));
  }

  /** Whoever may open the plan finds the person by it; to others it tells nothing. */
  private void auditPerson(OfficeSession by, String action, TransmissionId plan, int place) {
    trail.append(
        new AuditTrail.Entry(by.user().value(), by.office().value(), action, plan + "/" + place));
  }

  @Override
  public void wish(OfficeSession by, LineKey key, ServiceMonth month, int day) {
    if (day < 1 || day > Partners.LAST_RESULT_DAY) {
      throw new DomainException(BAD_WISHED_DAY, "");
    }
    requireLine(by, key, Lane.RESULT, month);
    notes.wish(by.office(), key.partner(), day);
  }

  @Override
  public void remind(OfficeSession by, LineKey key, Lane lane, ServiceMonth month) {
    requireLine(by, key, lane, month);
    if (!notes.ask(by, key.partner(), LocalDate.now(clock), lane, month)) {
      throw new DomainException(REMINDED_TODAY, "");
    }
    post.tell(by.office(), key.partner(), lane, month);
    audit(by, "reminder-sent", key, month);
  }

  /** Only what whoever is signed in sees can be written on. */
  private void requireLine(OfficeSession by, LineKey key, Lane lane, ServiceMonth month) {
    ServiceMonth shown = lane == Lane.RESULT ? plus(month, 1) : plus(month, -1);
    if (of(by, shown).lines().stream().noneMatch(it -> it.key().equals(key))) {
      throw new DomainException(NOT_ON_THE_BOARD, "");
    }
  }

  private void audit(OfficeSession by, String action, LineKey key, ServiceMonth month) {
    trail.append(
        new AuditTrail.Entry(
            by.user().value(), by.office().value(), action, key.partner() + "/" + month));
  }

  /** Puts the lines together. */
  private record Lines(
      ServiceMonth month,
      Map<String, BoardMonth> months,
      Map<Place, Tick> ticks,
      Map<Place, Map<String, Absence>> absences,
      Map<OfficeNumber, Integer> wishes,
      Map<OfficeNumber, OfficeEntry> known,
      Set<OfficeNumber> reminded) {
    private static final BoardMonth NOTHING = new BoardMonth();

    /** Empty for a partner with whom nothing goes on in this month any more. */
    Optional<Line> of(LineKey key, Clock clock) {
      List<Results> late = late(key, clock);
      boolean current =
          Stream.of(-1, 0, 1).anyMatch(it -> at(plus(month, it)).keys().contains(key));
      if (!current && late.isEmpty()) {
        return Optional.empty();
      }
      int day = wishes.getOrDefault(key.partner(), Partners.USUAL_RESULT_DAY);
      return Optional.of(
          new Line(
              key,
              Transmission.party(key.partner().value(), key.kind(), known),
              results(key, plus(month, -1)),
              plans(key, month),
              plans(key, plus(month, 1)),
              late,
              month.value().atDay(day),
              reminded.contains(key.partner())));
    }

    private BoardMonth at(ServiceMonth of) {
      return months.getOrDefault(of.toString(), NOTHING);
    }

    private Optional<Tick> tick(LineKey key, Lane lane, ServiceMonth of) {
      return Optional.ofNullable(ticks.get(new Place(key, lane, of.toString())));
    }

    private Plans plans(LineKey key, ServiceMonth of) {
      return at(of).plans(key, tick(key, Lane.PLAN, of));
    }

    private Results results(LineKey key, ServiceMonth of) {
      Set<String> absent =
          absences.getOrDefault(new Place(key, Lane.RESULT, of.toString()), Map.of()).keySet();
      return at(of).results(key, of, tick(key, Lane.RESULT, of), absent);
    }

    /** Of older months what is still awaited, and what came in this month or later. */
    private List<Results> late(LineKey key, Clock clock) {
      var begin = month.value().atDay(1).atStartOfDay(clock.getZone()).toInstant();
      List<Results> late = new ArrayList<>();
      for (int back = 2; back <= 1 + OLDER; back++) {
        Results it = results(key, plus(month, -back));
        if (it.isOpen() || it.last().filter(last -> !last.at().isBefore(begin)).isPresent()) {
          late.add(it);
        }
      }
      return List.copyOf(late);
    }
  }
}
