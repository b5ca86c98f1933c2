package jp.careplan.exchange.internal.standard;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Locale.ROOT;
import static jp.careplan.exchange.internal.standard.Fault.FILE_DOUBLED;
import static jp.careplan.exchange.internal.standard.Fault.IMAGE_NOT_JPEG;
import static jp.careplan.exchange.internal.standard.Fault.IMAGE_UNNAMED;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The check of one unit, from its names to the keys between its files. Used once. */
final class UnitCheck {
  private static final int[] JPEG = {0xFF, 0xD8, 0xFF};

  private final Units units;
  private final ServiceKinds kinds;
  private final NameDoctor doctor;
  private final Findings findings;
  private final Map<FileName, SourceFile> readable = new HashMap<>();
  private final List<FileSummary> summaries = new ArrayList<>();
  private final Set<PersonKey> persons = new HashSet<>();
  private final Map<FileName, Keys> keys = new HashMap<>();
  private final Map<String, FileName> byType = new HashMap<>();
  private final Map<String, FileName> images = new TreeMap<>();
  private final UnitIndex index = new UnitIndex();
  private final Set<String> unnamed = new HashSet<>();

  UnitCheck(Units units, ServiceKinds kinds, NameDoctor doctor, Rules rules) {
    this.units = units;
    this.kinds = kinds;
    this.doctor = doctor;
    this.findings = new Findings(rules);
  }

  UnitReport run(FileNames fileNames, List<? extends SourceFile> files) throws IOException {
    for (var file : files) {
      fileNames
          .read(file.name())
          .ifPresentOrElse(n -> readable(n, file), () -> unreadable(file.name()));
    }
    var names = readable.keySet().stream().sorted(comparing(FileName::text)).toList();
    if (names.isEmpty()) {
      return report(Optional.empty(), Optional.empty());
    }
    var unit = units.of(names);
    new NamesJudge(kinds, findings).judge(names, unit);
    contents(names, unit);
    return report(Optional.of(withMonth(names)), unit);
  }

  private void readable(FileName name, SourceFile file) {
    if (readable.putIfAbsent(name, file) != null) {
      findings.add(FILE_DOUBLED, Spot.file(name.text()), name.type().name());
    }
  }

  private void unreadable(String name) {
    var diagnosis = doctor.diagnose(name);
    findings.add(diagnosis.fault(), Spot.file(name), diagnosis.expected());
    summaries.add(new FileSummary(name, "", "", 0));
  }

  private static FileName withMonth(List<FileName> names) {
    return names.stream().filter(FileName::hasMonth).findFirst().orElse(names.getFirst());
  }

  private void contents(List<FileName> names, Optional<Unit> unit) throws IOException {
    for (var name : names) {
      byType.putIfAbsent(name.type().code(), name);
      if (name.type().isImage()) {
        images.put(name.text().toLowerCase(ROOT), name);
      }
    }
    unnamed.addAll(images.keySet());
    boolean imagesCounted = false;
    for (var name : headsFirst(names, unit)) {
      if (name.type().isImage()) {
        image(name);
      } else {
        boolean whole = csv(name, unit);
        imagesCounted |= whole && ImagesCheck.concerns(name.type());
      }
    }
    unit.ifPresent(this::childless);
    if (imagesCounted) {
      for (var image : unnamed) {
        findings.add(IMAGE_UNNAMED, Spot.file(images.getOrDefault(image, names.getFirst()).text()));
      }
    }
  }

  private static List<FileName> headsFirst(List<FileName> names, Optional<Unit> unit) {
    return names.stream().sorted(comparingInt(n -> unit.map(u -> place(u, n)).orElse(0))).toList();
  }

  private static int place(Unit unit, FileName name) {
    for (int i = 0; i < unit.parts().size(); i++) {
      if (unit.parts().get(i).type() == name.type()) {
        return i;
      }
    }
    return unit.parts().size();
  }

  private boolean csv(FileName name, Optional<Unit> unit) throws IOException {
    var type = name.type();
    List<RecordCheck> checks = new ArrayList<>();
    checks.add(new VersionCheck(name, findings));
    unit.flatMap(u -> u.part(type))
        .ifPresent(part -> {
          checks.add(keyCheck(name, part));
          checks.add(index.of(name, part));
        });
    if (type.has("name")) {
      int column = type.index("name");
      checks.add(
          (record, line) -> findings.name(KeyCheck.person(record, 1, 2), record.get(column)));
    }
    if (NumbersCheck.concerns(type)) {
      checks.add(new NumbersCheck(name.text(), type, findings));
    }
    if (TotalsCheck.concerns(type)) {
      checks.add(new TotalsCheck(name.text(), type, findings));
    }
    if (ImagesCheck.concerns(type)) {
      checks.add(new ImagesCheck(name, images.keySet(), unnamed, findings));
    }
    var conditions = name.edition().conditions(type, unit.map(Unit::id).orElse(null));
    var check = new FileCheck(name, new FieldsCheck(name, conditions, findings), checks, findings);
    check.run(source(name));
    if (!check.whole()) {
      keys(name).incomplete();
    }
    summaries.add(new FileSummary(name.text(), type.code(), type.name(), check.records()));
    return check.whole();
  }

  private KeyCheck keyCheck(FileName name, Unit.Part part) {
    var head = part.head() == null ? null : byType.get(part.head());
    var heads = head == null ? null : keys(head);
    return new KeyCheck(name.text(), part, keys(name), heads, persons, findings);
  }

  private Keys keys(FileName name) {
    return keys.computeIfAbsent(name, n -> new Keys());
  }

  private SourceFile source(FileName name) {
    return java.util.Objects.requireNonNull(readable.get(name));
  }

  private void image(FileName name) throws IOException {
    byte[] start;
    try (var in = source(name).open()) {
      start = in.readNBytes(JPEG.length);
    }
    boolean jpeg = start.length == JPEG.length;
    for (int i = 0; jpeg && i < JPEG.length; i++) {
      jpeg = (start[i] & 0xFF) == JPEG[i];
    }
    if (!jpeg) {
      findings.add(IMAGE_NOT_JPEG, Spot.file(name.text()));
    }
    summaries.add(new FileSummary(name.text(), name.type().code(), name.type().name(), 0));
  }

  private void childless(Unit unit) {
    for (var part : unit.parts()) {
      var head = part.head() == null ? null : byType.get(part.head());
      var own = byType.get(part.type().code());
      if (head != null && own != null) {
        var headKey = unit.part(head.type()).orElseThrow().key();
        KeyCheck.childless(head, keys(head), headKey, part, keys(own), findings);
      }
    }
  }

  private UnitReport report(Optional<FileName> name, Optional<Unit> unit) {
    summaries.sort(comparing(FileSummary::name));
    return new UnitReport(
        name.map(UnitAddress::of),
        unit.map(Unit::id),
        unit.map(u -> u.parts().getFirst().type().kind()),
        findings.sorted(),
        findings.truncated(),
        List.copyOf(summaries),
        Set.copyOf(persons),
        index.entries(),
        name.map(n -> n.edition().csvVersion()));
  }
}
