package jp.careplan.exchange.internal.standard;

import static jp.careplan.exchange.internal.standard.Fault.ADDRESSES_DIFFER;
import static jp.careplan.exchange.internal.standard.Fault.DIRECTION_UNUSUAL;
import static jp.careplan.exchange.internal.standard.Fault.EDITION_TOO_NEW;
import static jp.careplan.exchange.internal.standard.Fault.EDITION_TOO_OLD;
import static jp.careplan.exchange.internal.standard.Fault.FILES_DO_NOT_FIT;
import static jp.careplan.exchange.internal.standard.Fault.FILE_DOUBLED;
import static jp.careplan.exchange.internal.standard.Fault.FILE_MISSING;
import static jp.careplan.exchange.internal.standard.Fault.MONTHS_DIFFER;
import static jp.careplan.exchange.internal.standard.Fault.NAME_EXTENSION_CASE;
import static jp.careplan.exchange.internal.standard.Fault.NAME_KIND_UNLISTED;
import static jp.careplan.exchange.internal.standard.Fault.PLAN_FROM_OTHER_KIND;
import static jp.careplan.exchange.internal.standard.Fault.SENDER_IS_RECIPIENT;
import static jp.careplan.exchange.internal.standard.Fault.SEQUENCES_DIFFER;
import static jp.careplan.exchange.internal.standard.Fault.SEQUENCE_NOT_A_TIME;
import static jp.careplan.exchange.internal.standard.Fault.SUBTABLE_MISSING;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges a unit by the names of its files alone: addresses, months, completeness. */
final class NamesJudge {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

  private final ServiceKinds kinds;
  private final Findings findings;

  NamesJudge(ServiceKinds kinds, Findings findings) {
    this.kinds = kinds;
    this.findings = findings;
  }

  /** At least one name; all read. */
  void judge(List<FileName> names, Optional<Unit> unit) {
    var first = names.getFirst();
    names.forEach(this::extension);
    agree(first, names);
    address(first);
    months(names);
    var types = names.stream().map(FileName::type).collect(Collectors.toSet());
    unit.ifPresentOrElse(
        u -> completeness(first, u, types),
        () -> findings.add(FILES_DO_NOT_FIT, Spot.file(first.text())));
    doubles(names);
  }

  private void extension(FileName name) {
    if (!name.extensionAsWritten()) {
      findings.add(NAME_EXTENSION_CASE, Spot.file(name.text()));
    }
  }

  private void agree(FileName first, List<FileName> names) {
    for (var name : names) {
      if (!name.address().equals(first.address())) {
        findings.add(ADDRESSES_DIFFER, Spot.file(name.text()));
      }
      if (!name.sequence().equals(first.sequence())) {
        findings.add(SEQUENCES_DIFFER, Spot.file(name.text()));
      }
    }
  }

  private void address(FileName name) {
    var spot = Spot.file(name.text());
    if (name.sender().equals(name.receiver()) && name.senderKind().equals(name.receiverKind())) {
      findings.add(SENDER_IS_RECIPIENT, spot);
    }
    try {
      LocalDateTime.parse(name.sequence(), TIME);
    } catch (DateTimeException e) {
      findings.add(SEQUENCE_NOT_A_TIME, spot);
    }
    if (name.senderKind().isEmpty()) {
      return;
    }
    listed(name.senderKind(), "送信元", spot);
    listed(name.receiverKind(), "送信先", spot);
    direction(name, spot);
  }

  private void direction(FileName name, Spot spot) {
    var usual = name.type().usualSenders();
    if (!usual.isEmpty()) {
      if (!usual.contains(name.senderKind())) {
        findings.add(PLAN_FROM_OTHER_KIND, spot);
      }
    } else if (!plans(name.type().fromPlanner() ? name.senderKind() : name.receiverKind())) {
      findings.add(DIRECTION_UNUSUAL, spot);
    }
  }

  private boolean plans(String kind) {
    return kinds.scope(kind) == ServiceKinds.Scope.PLANNER;
  }

  private void listed(String kind, String whose, Spot spot) {
    switch (kinds.scope(kind)) {
      case UNLISTED, OUT -> findings.add(NAME_KIND_UNLISTED, spot, whose);
      case IN, PLANNER -> {}
    }
  }

  /**
   * The supplement's 000000 goes with files that have no month, a month with files of that month.
   */
  private void months(List<FileName> names) {
    Set<String> months = new HashSet<>();
    boolean none = false;
    for (var name : names) {
      if (name.hasMonth()) {
        months.add(name.month());
      } else {
        none = true;
      }
    }
    if (months.size() > 1 || (none && !months.isEmpty())) {
      findings.add(MONTHS_DIFFER, Spot.file(oddOne(names).text()));
    }
    for (var name : names) {
      if (name.hasMonth()) {
        edition(name);
        return;
      }
    }
  }

  /** The file whose month fewest of the others share; of equals the supplement, then the last. */
  private static FileName oddOne(List<FileName> names) {
    FileName odd = names.getFirst();
    long fewest = Long.MAX_VALUE;
    for (var name : names) {
      long same =
          names.stream()
              .filter(n ->
                  n.hasMonth() == name.hasMonth()
                      && (!n.hasMonth() || n.month().equals(name.month())))
              .count();
      if (same <= fewest) {
        fewest = same;
        odd = name;
      }
    }
    return odd;
  }

  private void edition(FileName name) {
    if (name.edition().isPast(name.month())) {
      findings.add(EDITION_TOO_OLD, Spot.file(name.text()));
    } else if (name.edition().isAhead(name.month())) {
      findings.add(EDITION_TOO_NEW, Spot.file(name.text()));
    }
  }

  private void completeness(FileName first, Unit unit, Set<RecordType> types) {
    var spot = Spot.file(first.text());
    for (var part : unit.parts()) {
      if (types.contains(part.type())) {
        continue;
      }
      switch (part.presence()) {
        case REQUIRED -> findings.add(FILE_MISSING, spot, part.type().name(), part.type().code());
        case EXPECTED ->
            findings.add(SUBTABLE_MISSING, spot, part.type().name(), part.type().code());
        case MANY -> {}
      }
    }
  }

  private void doubles(List<FileName> names) {
    Set<RecordType> seen = new HashSet<>();
    for (var name : names) {
      if (!name.type().isImage() && !seen.add(name.type())) {
        findings.add(FILE_DOUBLED, Spot.file(name.text()), name.type().name());
      }
    }
  }
}
