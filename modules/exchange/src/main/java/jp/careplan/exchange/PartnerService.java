package jp.careplan.exchange;

import static jp.careplan.exchange.ExchangeProblem.BAD_KEEPING;
import static jp.careplan.exchange.ExchangeProblem.OWN_OFFICE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeEntry;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.ToldSoftware;
import jp.careplan.application.ToldSoftware.Told;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;

@ApplicationScoped
@Transactional
class PartnerService implements Partners {
  /** The largest office has some hundreds. */
  private static final int MOST = 2000;

  private static final int LONGEST_NOTE = 1000;
  private static final int LONGEST_NAME = 100;

  private static final Comparator<Partner> ORDER =
      Comparator.comparing((Partner it) -> !it.keeping().favourite())
          .thenComparing(PartnerService::last, Comparator.reverseOrder())
          .thenComparing(it -> it.number().value());

  @Inject private PartnerRows rows;
  @Inject private BoardNotes notes;
  @Inject private OfficeDirectory offices;
  @Inject private ToldSoftware software;
  @Inject private SandboxOffices sandbox;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;

  private static Instant last(Partner partner) {
    return Stream.of(partner.lastSent(), partner.lastArrived())
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  /** What is known of some partners; one query each. */
  private record Known(
      Map<OfficeNumber, PartnerRow> kept,
      Map<OfficeNumber, Instant> sent,
      Map<OfficeNumber, Instant> arrived,
      Map<OfficeNumber, OfficeEntry> entries,
      Map<OfficeNumber, Told> told,
      Map<OfficeNumber, Integer> wishes) {}

  @Override
  public List<Partner> of(OfficeSession by) {
    Map<OfficeNumber, PartnerRow> kept =
        rows.of(by.office(), MOST).stream()
            .collect(Collectors.toMap(PartnerRow::partner, it -> it));
    Map<OfficeNumber, Instant> sent = rows.lastSent(by, MOST);
    Map<OfficeNumber, Instant> arrived = rows.lastArrived(by, MOST);
    Set<OfficeNumber> numbers = new HashSet<>(kept.keySet());
    numbers.addAll(sent.keySet());
    numbers.addAll(arrived.keySet());
    var known =
        new Known(
            kept,
            sent,
            arrived,
            offices.findAll(numbers),
            software.ofAll(numbers),
            notes.wishes(by.office()));
    return numbers.stream().map(it -> partner(it, known)).sorted(ORDER).toList();
  }

  @Override
  public Partner find(OfficeSession by, OfficeNumber partner) {
    requireOther(by, partner);
    Map<OfficeNumber, PartnerRow> kept = new HashMap<>();
    Map<OfficeNumber, Instant> sent = new HashMap<>();
    Map<OfficeNumber, Instant> arrived = new HashMap<>();
    rows.find(by.office(), partner).ifPresent(row -> kept.put(partner, row));
    rows.lastSentTo(by, partner).ifPresent(at -> sent.put(partner, at));
    rows.lastArrivedFrom(by, partner).ifPresent(at -> arrived.put(partner, at));
    List<OfficeNumber> one = List.of(partner);
    return partner(
        partner,
        new Known(
            kept,
            sent,
            arrived,
            offices.findAll(one),
            software.ofAll(one),
            notes.wishes(by.office())));
  }

  private Partner partner(OfficeNumber number, Known known) {
    Optional<OfficeEntry> entry = Optional.ofNullable(known.entries().get(number));
    Optional<PartnerRow> row = Optional.ofNullable(known.kept().get(number));
    int wish = known.wishes().getOrDefault(number, USUAL_RESULT_DAY);
    Keeping keeping = row.map(it -> it.keeping(wish)).orElseGet(() -> Keeping.wishing(wish));
    return new Partner(
        number,
        entry
            .map(OfficeEntry::name)
            .orElse(keeping.called().isEmpty() ? number.value() : keeping.called()),
        entry.map(OfficeEntry::kinds).orElse(Set.of()),
        state(number, entry, row.flatMap(PartnerRow::invitedAt).isPresent()),
        entry.flatMap(it -> it.participation().since()),
        Optional.ofNullable(known.sent().get(number)),
        Optional.ofNullable(known.arrived().get(number)),
        row.flatMap(PartnerRow::invitedAt),
        keeping,
        Optional.ofNullable(known.told().get(number))
            .map(told -> (told.name() + " " + told.edition()).strip()));
  }

  private PartnerState state(OfficeNumber number, Optional<OfficeEntry> entry, boolean invited) {
    if (entry.isPresent() && sandbox.isForTrying(number)) {
      return PartnerState.JOINED;
    }
    if (entry.isEmpty() || entry.get().participation().since().isEmpty()) {
      return invited ? PartnerState.INVITED : PartnerState.NOT_JOINED;
    }
    return switch (entry.get().status()) {
      case CLOSED -> PartnerState.CLOSED;
      case SUSPENDED -> PartnerState.SUSPENDED;
      case ACTIVE ->
          entry.get().participation().runsOn(LocalDate.now(clock))
              ? PartnerState.JOINED
              : PartnerState.LEFT;
    };
  }

  @Override
  public Map<OfficeNumber, Keeping> keepingOf(
      OfficeNumber office, Collection<OfficeNumber> partners) {
    Map<OfficeNumber, Integer> wishes = notes.wishes(office);
    ToIntFunction<OfficeNumber> wish = it -> wishes.getOrDefault(it, USUAL_RESULT_DAY);
    Map<OfficeNumber, Keeping> found = new HashMap<>();
    partners.forEach(it -> found.put(it, Keeping.wishing(wish.applyAsInt(it))));
    rows.of(office, partners)
        .forEach(row -> found.put(row.partner(), row.keeping(wish.applyAsInt(row.partner()))));
    return found;
  }

  @Override
  public void keep(OfficeSession by, OfficeNumber partner, Keeping keeping) {
    requireOther(by, partner);
    requireSound(keeping);
    rows.findOrAdd(by.office(), partner, clock.instant()).keep(keeping);
    notes.wish(by.office(), partner, keeping.resultDay());
    audit(by, "partner-kept", partner);
  }

  private static void requireSound(Keeping keeping) {
    boolean month =
        keeping.startMonth().isEmpty() || keeping.startMonth().matches("20[0-9]{2}(0[1-9]|1[0-2])");
    boolean day = keeping.resultDay() >= 1 && keeping.resultDay() <= LAST_RESULT_DAY;
    boolean length =
        keeping.note().length() <= LONGEST_NOTE && keeping.called().length() <= LONGEST_NAME;
    if (!month || !day || !length) {
      throw new DomainException(BAD_KEEPING, "");
    }
  }

  @Override
  public void forget(OfficeSession by, OfficeNumber partner) {
    rows.find(by.office(), partner).ifPresent(rows::remove);
    notes.unwish(by.office(), partner); // also where it was set on the board alone
    audit(by, "partner-forgotten", partner);
  }

  private static void requireOther(OfficeSession by, OfficeNumber partner) {
    if (partner.equals(by.office())) {
      throw new DomainException(OWN_OFFICE, "");
    }
  }

  private void audit(OfficeSession by, String action, OfficeNumber partner) {
    trail.append(
        new AuditTrail.Entry(by.user().value(), by.office().value(), action, partner.value()));
  }
}
