package jp.careplan.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.careplan.application.OfficeSession;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ServiceMonth;

/**
 * 今月の状況: who still owes whom what, in one month. A line is a partner's service kind and satellite;
 * its lanes are the results of the month before, changes of this month's plans, the plans of the
 * next, and what is late from older months. Whom a result is awaited of follows from form 6.
 */
public interface MonthBoard {
  /** Months before the results' that are looked at for what is late. */
  int OLDER = 3;

  /**
   * One line.
   *
   * @param planning whether this office makes the plans; else it serves
   * @param kind サービス種類 of the service; empty in the older edition where nothing tells it
   * @param satellite サテライト枝番; empty where there is none
   */
  record LineKey(OfficeNumber partner, boolean planning, String kind, String satellite) {}

  /** What can be ticked as settled in another way. */
  enum Lane {
    PLAN,
    RESULT
  }

  /** How it was settled. */
  enum Way {
    /** 実績なし: none of those who are still awaited had a service (hospital and so on). */
    NO_RESULT,
    /** FAX・電話で済. */
    OTHER_WAY
  }

  /** A tick: by whom and when. */
  record Tick(Way way, String by, Instant at) {}

  /** The last transmission of a cell. */
  record Last(TransmissionId id, TransmissionStatus status, Instant at) {}

  /**
   * Plans of a month.
   *
   * @param people who is planned for by now
   * @param changed people of whom there is more than one version, or who were deleted
   * @param waiting transmissions not received yet
   * @param last empty where nothing was sent
   */
  record Plans(int people, int changed, int waiting, Optional<Last> last, Optional<Tick> tick) {

    /** Whether nothing was sent, and nobody said that it came in another way. */
    public boolean isOpen() {
      return last.isEmpty() && tick.isEmpty();
    }
  }

  /**
   * Results of a month.
   *
   * @param expected people with a service in form 6, less those without a result
   * @param absent people with a service in form 6 of whom 実績なし was noted
   * @param returned those of them whose result is there
   * @param different those of them whose visits are not as planned
   * @param unplanned people with a result and without a plan
   */
  record Results(
      ServiceMonth month,
      int expected,
      int absent,
      int returned,
      int different,
      int unplanned,
      int waiting,
      Optional<Last> last,
      Optional<Tick> tick) {

    /** Whether a result is still awaited. */
    public boolean isOpen() {
      return returned < expected && tick.isEmpty();
    }
  }

  /** 実績なし of one person: by whom and when. */
  record Absence(String by, Instant at) {}

  /**
   * A person with a service in form 6.
   *
   * @param plan the transmission whose plan of the person holds
   * @param place of the person in it
   * @param returned whether the result is there
   */
  record Awaited(TransmissionId plan, int place, boolean returned, Optional<Absence> absence) {}

  /**
   * A line with its lanes.
   *
   * @param wished by when results are wished
   * @param reminded when this office last asked the partner, if that was today
   */
  record Line(
      LineKey key,
      Party partner,
      Results results,
      Plans changes,
      Plans next,
      List<Results> late,
      LocalDate wished,
      boolean reminded) {

    /** Whether something is owed: whatever way it goes. */
    public boolean isMissing() {
      boolean unread = results.waiting() + changes.waiting() + next.waiting() > 0;
      return results.isOpen() || next.isOpen() || late.stream().anyMatch(Results::isOpen) || unread;
    }

    /** Whether this office waits for results of the month before. */
    public boolean isAwaitingResults() {
      return key.planning() && results.isOpen();
    }

    /** What the partner can be asked for; empty where it owes nothing. */
    public Optional<Owed> owed() {
      if (key.planning()) {
        return Stream.concat(Stream.of(results), late.stream())
            .filter(Results::isOpen)
            .findFirst()
            .map(it -> new Owed(Lane.RESULT, it.month()));
      }
      return Optional.of(new Owed(Lane.PLAN, nextMonth())).filter(it -> next.isOpen());
    }

    /** The month of {@link #next}: the results are those of two months before. */
    public ServiceMonth nextMonth() {
      return new ServiceMonth(results.month().value().plusMonths(2));
    }
  }

  /** What a partner has not sent. */
  record Owed(Lane lane, ServiceMonth month) {}

  /** A polite question from a partner. */
  record Reminder(Party from, Lane lane, ServiceMonth month, LocalDate on) {}

  /**
   * The whole month.
   *
   * @param indexed whether this node can tell people from each other: without a look-up key only
   *     transmissions are counted
   */
  record Board(
      ServiceMonth month,
      LocalDate today,
      List<Line> lines,
      List<Reminder> reminders,
      boolean indexed) {}

  /** The board of a month; a fixed number of queries, whatever the number of partners. */
  Board of(OfficeSession by, ServiceMonth month);

  /** Notes that a lane of a month was settled in another way. */
  void tick(OfficeSession by, LineKey key, Lane lane, ServiceMonth month, Way way);

  /** Takes the tick away. */
  void untick(OfficeSession by, LineKey key, Lane lane, ServiceMonth month);

  /** Of whom a line awaits the results of a month, in the order of the plans. */
  List<Awaited> awaited(OfficeSession by, LineKey key, ServiceMonth month);

  /** 実績なし: notes that a person of a line had no service in a month. */
  void noteAbsence(
      OfficeSession by, LineKey key, ServiceMonth month, TransmissionId plan, int place);

  /** Takes that back. */
  void takeBackAbsence(
      OfficeSession by, LineKey key, ServiceMonth month, TransmissionId plan, int place);

  /**
   * By which day of the month after results are wished of the partner of a line.
   *
   * @param month of results that the line shows
   * @param day 1 to 10
   */
  void wish(OfficeSession by, LineKey key, ServiceMonth month, int day);

  /** Asks a partner, in its pages and by mail where it ordered mails; once a day and partner. */
  void remind(OfficeSession by, LineKey key, Lane lane, ServiceMonth month);
}
