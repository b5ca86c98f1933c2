package jp.careplan.exchange;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.careplan.application.OfficeSession;
import jp.careplan.exchange.internal.standard.IndexEntry;
import jp.careplan.exchange.internal.standard.PersonKey;
import jp.careplan.kernel.OfficeNumber;

/**
 * Finds out what is unusual about where a unit goes. Reads only, and only where somebody asks; what
 * the caller may not see is as if it had not been, so that no question tells of it.
 */
@ApplicationScoped
@Transactional
class DestinationGuard {
  /** The finding of the check that no row of form 6 concerns the recipient. */
  private static final String NO_ROW_OF_RECIPIENT = "CH-126";

  @Inject private PartnerRows rows;
  @Inject private People people;
  @Inject private PracticeOffice practice;

  /** Of units that may be sent; one look for all their partners, and one for all their people. */
  List<CheckedUnit> doubting(OfficeSession by, List<BundleCheck.Checked> units) {
    Map<OfficeNumber, Set<PersonKey>> asked = new HashMap<>();
    units.forEach(it ->
        destination(it)
            .ifPresent(
                to -> asked.computeIfAbsent(to, key -> new HashSet<>()).addAll(peopleOf(it))));
    Set<OfficeNumber> known = rows.sentAmong(by, asked.keySet());
    asked.keySet().retainAll(known); // at a first exchange everybody is new
    Map<OfficeNumber, Set<PersonKey>> strangers = people.neverBetween(by, asked);
    return units.stream().map(it -> it.unit().doubting(doubts(it, known, strangers))).toList();
  }

  /** Of a message that goes without a unit. */
  List<Doubt> doubting(OfficeSession by, OfficeNumber recipient) {
    return practice.is(recipient) || rows.sentAmong(by, Set.of(recipient)).contains(recipient)
        ? List.of()
        : List.of(Doubt.of(Doubt.Sign.FIRST_EXCHANGE));
  }

  /** Empty where nothing would go, or where nobody is who could be the wrong one. */
  private Optional<OfficeNumber> destination(BundleCheck.Checked checked) {
    CheckedUnit unit = checked.unit();
    return unit.recipient()
        .map(Party::number)
        .filter(it -> unit.isAccepted() || unit.overridable())
        .filter(it -> !practice.is(it));
  }

  private static Set<PersonKey> peopleOf(BundleCheck.Checked checked) {
    return checked.report().index().stream().map(IndexEntry::person).collect(toSet());
  }

  private List<Doubt> doubts(
      BundleCheck.Checked checked,
      Set<OfficeNumber> known,
      Map<OfficeNumber, Set<PersonKey>> strangers) {
    Optional<OfficeNumber> recipient = destination(checked);
    if (recipient.isEmpty()) {
      return List.of();
    }
    List<Doubt> doubts = new ArrayList<>();
    if (!known.contains(recipient.get())) {
      doubts.add(Doubt.of(Doubt.Sign.FIRST_EXCHANGE));
    }
    Set<PersonKey> all = peopleOf(checked);
    Set<PersonKey> unknown = new HashSet<>(all);
    unknown.retainAll(strangers.getOrDefault(recipient.get(), Set.of()));
    if (!unknown.isEmpty()) {
      doubts.add(new Doubt(Doubt.Sign.NEW_PEOPLE, unknown.size(), all.size()));
    }
    if (checked.unit().findings().stream().anyMatch(it -> it.code().equals(NO_ROW_OF_RECIPIENT))) {
      doubts.add(Doubt.of(Doubt.Sign.NO_ROW));
    }
    return List.copyOf(doubts);
  }
}
