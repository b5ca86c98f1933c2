package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.careplan.kernel.OfficeNumber;

/** Finds out what is unusual about where a unit goes. Reads only, and only where somebody asks. */
@ApplicationScoped
@Transactional
class DestinationGuard {
  /** The finding of the check that no row of form 6 concerns the recipient. */
  private static final String NO_ROW_OF_RECIPIENT = "CH-126";

  @Inject private PartnerRows rows;
  @Inject private PracticeOffice practice;

  /** Of units that may be sent; one look for all their partners. */
  List<CheckedUnit> doubting(OfficeNumber sender, List<BundleCheck.Checked> units) {
    Set<OfficeNumber> partners =
        units.stream()
            .map(BundleCheck.Checked::unit)
            .flatMap(unit -> unit.recipient().stream())
            .map(Party::number)
            .collect(Collectors.toSet());
    Set<OfficeNumber> known = rows.sentAmong(sender, partners);
    return units.stream().map(it -> it.unit().doubting(doubts(it, known))).toList();
  }

  private List<Doubt> doubts(BundleCheck.Checked checked, Set<OfficeNumber> known) {
    CheckedUnit unit = checked.unit();
    boolean mayGo = unit.isAccepted() || unit.overridable();
    if (!mayGo || unit.recipient().isEmpty() || practice.is(unit.recipient().get().number())) {
      return List.of();
    }
    OfficeNumber recipient = unit.recipient().get().number();
    Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
    if (!known.contains(recipient)) {
      doubts.add(Doubt.FIRST_EXCHANGE);
    }
    if (unit.findings().stream().anyMatch(it -> it.code().equals(NO_ROW_OF_RECIPIENT))) {
      doubts.add(Doubt.NO_ROW);
    }
    return List.copyOf(doubts);
  }
}
