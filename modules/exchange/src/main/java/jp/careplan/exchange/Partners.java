package jp.careplan.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.careplan.application.OfficeSession;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ServiceKind;

/** 連携先: whom an office exchanges with, and what it keeps about them. */
public interface Partners {
  /** Day of the next month by which results are wished, where nothing else was agreed. */
  int USUAL_RESULT_DAY = 3;

  /** The claim closes on this day: nothing later can be wished. */
  int LAST_RESULT_DAY = 10;

  /**
   * What an office keeps about a partner; its own, never shown to the partner.
   *
   * @param called a name for a partner whom the directory does not know; empty text: none
   * @param startMonth {@code yyyymm} agreed to start from; empty text: none
   * @param resultDay day of the next month by which results are wished, 1 to 10
   */
  record Keeping(String called, boolean favourite, String note, String startMonth, int resultDay) {
    public static final Keeping USUAL = wishing(USUAL_RESULT_DAY);

    /** Of a partner of whom nothing else is kept. */
    static Keeping wishing(int day) {
      return new Keeping("", false, "", "", day);
    }
  }

  /**
   * A partner.
   *
   * @param name as the directory has it, or as the office calls it; the number where neither is
   *     known
   * @param joinedOn its first day in the exchange
   * @param lastSent when something was last sent to it
   * @param lastArrived when something last came from it
   * @param software its 介護ソフト with the edition, where it tells
   */
  record Partner(
      OfficeNumber number,
      String name,
      Set<ServiceKind> kinds,
      PartnerState state,
      Optional<LocalDate> joinedOn,
      Optional<Instant> lastSent,
      Optional<Instant> lastArrived,
      Optional<Instant> invitedAt,
      Keeping keeping,
      Optional<String> software) {}

  /** Favourites first, then by the last exchange, then those that were only kept. */
  List<Partner> of(OfficeSession by);

  /** One office as a partner, whether anything was exchanged with it or not. */
  Partner find(OfficeSession by, OfficeNumber partner);

  /** What is kept about those; {@link Keeping#USUAL} for the others. One query. */
  Map<OfficeNumber, Keeping> keepingOf(OfficeNumber office, Collection<OfficeNumber> partners);

  /** Keeps it in place of what was kept. */
  void keep(OfficeSession by, OfficeNumber partner, Keeping keeping);

  /** Forgets what was kept; exchanges stay as they are. */
  void forget(OfficeSession by, OfficeNumber partner);
}
