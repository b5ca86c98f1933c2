package jp.careplan.exchange;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeEntry;
import jp.careplan.application.OfficeSession;
import jp.careplan.exchange.VersionRows.Differing;
import jp.careplan.exchange.VersionRows.Other;
import jp.careplan.exchange.VersionRows.Pair;
import jp.careplan.exchange.VersionRows.Sent;
import jp.careplan.exchange.internal.form.Person;
import jp.careplan.exchange.internal.form.UnitForms;
import jp.careplan.exchange.internal.standard.PersonKey;
import jp.careplan.exchange.internal.standard.Standard;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.OfficeNumber;

@ApplicationScoped
@Transactional
class VersionService implements Versions {
  @Inject private VersionRows rows;
  @Inject private Transmissions transmissions;
  @Inject private StoredContent content;
  @Inject private OfficeDirectory offices;
  @Inject private AuditTrail trail;

  /** Of a whole list; one query. Those without any change are not in it. */
  Map<TransmissionId, Changed> changed(Collection<TransmissionId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Map<String, Map<Integer, Pair>> newest = new HashMap<>();
    for (Pair pair : rows.newer(ids)) {
      newest
          .computeIfAbsent(pair.id(), id -> new HashMap<>())
          .merge(pair.entry(), pair, VersionService::later);
    }
    Map<TransmissionId, Changed> changed = new HashMap<>();
    newest.forEach((id, parts) -> changed.put(new TransmissionId(id), count(parts.values())));
    return changed;
  }

  private static Pair later(Pair one, Pair other) {
    return one.other().number() >= other.other().number() ? one : other;
  }

  private static Changed count(Collection<Pair> newest) {
    Set<Integer> newer = new HashSet<>();
    Set<Integer> deleted = new HashSet<>();
    for (Pair it : newest) {
      if (it.other().deletes()) {
        deleted.add(it.place());
      } else if (!it.other().content().equals(it.content())) {
        newer.add(it.place());
      }
    }
    deleted.removeAll(newer);
    return new Changed(newer.size(), deleted.size());
  }

  @Override
  public List<Standing> of(OfficeSession by, TransmissionId id) {
    Transmission one = transmissions.require(id, by);
    boolean sender = one.isSentBy(by);
    Map<Integer, List<Pair>> lines = new LinkedHashMap<>();
    rows.all(Set.of(id.value()))
        .forEach(it -> lines.computeIfAbsent(it.entry(), entry -> new ArrayList<>()).add(it));
    return lines.values().stream().map(line -> standing(line, sender)).toList();
  }

  /** Of one part, from all that lies in its line, oldest first. */
  private static Standing standing(List<Pair> line, boolean sender) {
    Pair own = line.getFirst();
    int version = 0;
    int number = 1;
    String content = "";
    Optional<Other> before = Optional.empty();
    for (Other it : line.stream().map(Pair::other).toList()) {
      boolean fresh = !it.deletes() && !it.content().equals(content);
      version += fresh ? 1 : 0;
      content = it.deletes() ? "" : it.content();
      if (it.number() < own.number() && !it.deletes() && !it.content().equals(own.content())) {
        before = Optional.of(it);
      }
      number = it.id().equals(own.id()) ? version : number;
    }
    Other last = line.getLast().other();
    boolean later = last.number() > own.number();
    boolean other = later && !last.deletes() && !last.content().equals(own.content());
    return new Standing(
        own.place(),
        Math.max(1, number),
        Math.max(1, version),
        own.deletes(),
        before.map(it -> elsewhere(it, sender)),
        Optional.of(last).filter(it -> other).map(it -> elsewhere(it, sender)),
        Optional.of(last)
            .filter(it -> later && it.deletes() && !own.deletes())
            .map(it -> elsewhere(it, sender)));
  }

  @Override
  public Set<Integer> differing(OfficeSession by, TransmissionId id) {
    Transmission one = transmissions.require(id, by);
    if (!one.kind().equals("result")) {
      return Set.of();
    }
    Map<Integer, Differing> held = new HashMap<>();
    rows.besidePlans(one).forEach(it -> held.put(it.entry(), it));
    return held.values().stream()
        .filter(Differing::differs)
        .map(Differing::place)
        .collect(Collectors.toSet());
  }

  private static Elsewhere elsewhere(Other it, boolean sender) {
    return new Elsewhere(
        new TransmissionId(it.id()), it.place(), it.at(), sender || it.status().isReceived());
  }

  @Override
  public List<Behind> behind(OfficeSession by, TransmissionId id) {
    return behind(by, List.of(id)).getOrDefault(id, List.of());
  }

  @Override
  public Map<TransmissionId, List<Behind>> behind(OfficeSession by, List<TransmissionId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Map<String, Transmission> held = new HashMap<>();
    transmissions.requireAll(ids, by).stream()
        .filter(it -> it.isSentBy(by) && it.holds())
        .forEach(it -> held.put(it.id().value(), it));
    Map<String, Map<Integer, Set<String>>> former = former(held.keySet());
    List<Sent> others = rows.sentToOthers(former.keySet(), by.office());
    Map<OfficeNumber, OfficeEntry> known =
        offices.findAll(
            others.stream().map(it -> new OfficeNumber(it.recipient())).distinct().toList());
    Map<TransmissionId, List<Behind>> behind = new HashMap<>();
    others.stream()
        .collect(groupingBy(Sent::changed))
        .forEach((id, sent) -> {
          var one = Objects.requireNonNull(held.get(id));
          List<Behind> offices = behind(sent, former.getOrDefault(id, Map.of()), one, known);
          if (!offices.isEmpty()) {
            behind.put(one.id(), offices);
          }
        });
    return behind;
  }

  private static List<Behind> behind(
      List<Sent> others,
      Map<Integer, Set<String>> former,
      Transmission one,
      Map<OfficeNumber, OfficeEntry> known) {
    List<Behind> behind = new ArrayList<>();
    others.stream()
        .collect(groupingBy(it -> List.of(it.recipient(), it.recipientKind())))
        .forEach((to, sent) -> {
          List<Sent> old = old(sent, former, one.sentAt());
          if (!old.isEmpty()) {
            behind.add(
                new Behind(
                    Transmission.party(to.getFirst(), to.getLast(), known),
                    old.stream().map(Sent::place).collect(Collectors.toSet()),
                    new TransmissionId(old.getLast().id())));
          }
        });
    return behind;
  }

  @Override
  public List<OfferedFile> forTheRest(OfficeSession by, TransmissionId id, Set<String> chosen) {
    List<Behind> rest = behind(by, id).stream().filter(it -> chosen.contains(it.key())).toList();
    if (rest.isEmpty()) {
      return List.of();
    }
    List<OfferedFile> files =
        content.open(id, transmissions.files(id)).stream()
            .filter(file -> !Enclosure.isOf(file.name()))
            .toList();
    UnitForms unit = UnitForms.of(files.stream().map(MemoryFile::new).toList());
    trail.append(
        new AuditTrail.Entry(by.user().value(), by.office().value(), "rest-laid-out", id.value()));
    return rest.stream()
        .flatMap(it ->
            Standard.load()
                .excerpt(files, keys(unit, it), it.partner().number(), it.partner().serviceKind())
                .stream())
        .toList();
  }

  private static Set<PersonKey> keys(UnitForms unit, Behind behind) {
    return behind.places().stream()
        .flatMap(place -> unit.person(place).stream())
        .map(Person::key)
        .collect(Collectors.toSet());
  }

  /**
   * By transmission and place what a line said before it was changed there; only of people who were
   * changed.
   */
  private Map<String, Map<Integer, Set<String>>> former(Set<String> ids) {
    Map<String, Map<Integer, Set<String>>> former = new HashMap<>();
    for (Pair it : rows.all(ids)) {
      boolean earlier = it.other().number() < it.number() && !it.other().deletes();
      if (earlier && !it.other().content().equals(it.content())) {
        former
            .computeIfAbsent(it.id(), id -> new HashMap<>())
            .computeIfAbsent(it.place(), place -> new HashSet<>())
            .add(it.other().content());
      }
    }
    return former;
  }

  /** Of one office the newest part of each changed person, where it is as it was before. */
  private static List<Sent> old(
      List<Sent> sent, Map<Integer, Set<String>> former, Instant changedAt) {
    Map<Integer, Sent> newest = new LinkedHashMap<>();
    sent.forEach(it -> newest.put(it.place(), it));
    return newest.values().stream()
        .filter(it -> !it.deletes() && it.at().isBefore(changedAt))
        .filter(it -> former.getOrDefault(it.place(), Set.of()).contains(it.content()))
        .toList();
  }
}
