package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.kernel.OfficeNumber;

/** stub, replaced. */
@ApplicationScoped
class BundleCheck {
  @Inject private OfficeDirectory offices;

  record Checked(CheckedUnit unit, SealedUnit seal) {}

  List<Checked> all(OfficeNumber by, List<OfferedFile> files) {
    return files.stream()
        .collect(
            Collectors.groupingBy(
                f -> f.name().replaceAll(".*_([0-9]{14})[._].*", "$1"),
                TreeMap::new,
                Collectors.toList()))
        .entrySet()
        .stream()
        .map(e -> one(by, e.getKey(), e.getValue()))
        .toList();
  }

  private Checked one(OfficeNumber by, String sequence, List<OfferedFile> files) {
    String[] p = files.getFirst().name().split("_");
    var recipient = new OfficeNumber(p[p.length - 3]);
    var to = new Party(recipient, offices.find(recipient).orElseThrow().name(), p[p.length - 2]);
    var from = new Party(by, offices.find(by).orElseThrow().name(), p[p.length - 4]);
    var sorted = files.stream().sorted(Comparator.comparing(OfferedFile::name)).toList();
    return new Checked(
        new CheckedUnit(
            sorted,
            Optional.of("U2"),
            Optional.of("plan"),
            Optional.of(from),
            Optional.of(to),
            Optional.of("202606"),
            Optional.of(sequence),
            1,
            List.of(),
            false),
        new SealedUnit(
            from,
            to,
            "U2",
            "plan",
            "202606",
            sequence,
            "202407",
            1,
            sorted.stream().map(f -> new SealedUnit.Part(f, f.name().split("_")[0], 1)).toList(),
            List.of()));
  }
}
