package jp.careplan.exchange.internal.standard;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.kernel.OfficeNumber;

/**
 * 標準仕様, the ministry's standard for care-plan data: which files travel together, and whether they
 * are as they should be. Immutable; one is enough for all threads. Sources: {@code docs/spec}.
 */
public final class Standard {
  /** What operating systems leave in folders: nobody meant to send it. */
  private static final Set<String> DROPPINGS = Set.of("thumbs.db", "desktop.ini", "ehthumbs.db");

  private static final class Loaded {
    private static final Standard STANDARD = new Standard();
  }

  private final Rules rules = Rules.load();
  private final ServiceKinds kinds = ServiceKinds.load();
  private final Units units = new Units(kinds);
  private final FileNames fileNames;
  private final NameDoctor doctor;
  private final Map<String, String> typeNames;

  private Standard() {
    var editions =
        Table.rows("editions.csv").stream().map(r -> new Edition(r, rules, kinds)).toList();
    fileNames = new FileNames(editions);
    doctor = new NameDoctor(editions.getFirst());
    typeNames = editions.getFirst().typeNames();
  }

  /** The standard in all its editions. The tables are read once. */
  public static Standard load() {
    return Loaded.STANDARD;
  }

  /** Whether a name is one that an operating system left behind, to be passed over silently. */
  public static boolean isDropping(String name) {
    return name.startsWith(".")
        || name.startsWith("~$")
        || DROPPINGS.contains(name.toLowerCase(java.util.Locale.ROOT));
  }

  /**
   * Parts the files of one folder into units. A file whose name cannot be read is a group of its
   * own; {@linkplain #isDropping droppings} are in none.
   *
   * @param names file names without folders
   * @return in the order of sequence numbers, unreadable names last
   */
  public List<FileGroup> group(Collection<String> names) {
    Map<String, List<FileName>> steps = new LinkedHashMap<>();
    List<FileGroup> unreadable = new ArrayList<>();
    for (String name : names.stream().sorted().toList()) {
      if (isDropping(name)) {
        continue;
      }
      fileNames
          .read(name)
          .ifPresentOrElse(
              n -> steps.computeIfAbsent(step(n), k -> new ArrayList<>()).add(n),
              () -> unreadable.add(new FileGroup(Optional.empty(), List.of(name))));
    }
    var groups =
        new ArrayList<>(
            steps.values().stream()
                .flatMap(s -> units.part(s).stream())
                .sorted(comparing(Standard::order))
                .map(Standard::fileGroup)
                .toList());
    groups.addAll(unreadable);
    return List.copyOf(groups);
  }

  /**
   * Checks the files of one group. Reads each file once, as a stream. Files that do not belong
   * together are told as such.
   *
   * @param files at least one
   * @throws IOException if a file cannot be read
   */
  public UnitReport check(List<? extends SourceFile> files) throws IOException {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("no files");
    }
    return new UnitCheck(units, kinds, doctor, rules).run(fileNames, files);
  }

  /**
   * A result (実績) that says that all went as planned; only for practising.
   *
   * @param files a unit that was accepted
   * @param made what the result's name and rows say
   * @return empty where the unit is no form 6, or none of its rows concerns its recipient
   */
  public Optional<OfferedFile> resultAsPlanned(List<OfferedFile> files, LocalDateTime made) {
    for (OfferedFile file : files) {
      Optional<FileName> plan =
          fileNames.read(file.name()).filter(it -> it.type().code().equals(ResultOfPlan.PLAN));
      if (plan.isPresent()) {
        return new ResultOfPlan(plan.get(), made).of(file.content());
      }
    }
    return Optional.empty();
  }

  /**
   * What a unit says of some of its people, for another office: its own rows, under names that bear
   * the other's number.
   *
   * @param files a unit that was accepted, without pictures
   * @param receiverKind empty in the edition whose names have none
   * @return without those files that hold nothing of these people
   */
  public List<OfferedFile> excerpt(
      List<OfferedFile> files, Set<PersonKey> people, OfficeNumber receiver, String receiverKind) {
    var excerpt = new Excerpt(people, receiver.value(), receiverKind);
    List<OfferedFile> some = new ArrayList<>();
    try {
      for (OfferedFile file : files) {
        FileName name = fileNames.read(file.name()).orElseThrow();
        OfferedFile part = excerpt.of(name, file.content());
        if (part.content().length > 0) {
          some.add(part);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // bytes in memory do not fail
    }
    return List.copyOf(some);
  }

  /**
   * Reads a file for a person's eyes, however it is.
   *
   * @return empty where its name is none of the standard
   * @throws IOException if its bytes cannot be had
   */
  public Optional<SentFile> read(SourceFile file) throws IOException {
    var name = fileNames.read(file.name());
    return name.isPresent() ? Optional.of(SentFile.read(name.get(), file)) : Optional.empty();
  }

  /**
   * The kinds of CSV file that the unit of these files may have, head first: those sent and those
   * not. None where they form no unit.
   */
  public List<String> typesOfUnit(Collection<String> names) {
    var readable = names.stream().flatMap(name -> fileNames.read(name).stream()).toList();
    var unit = readable.isEmpty() ? Optional.<Unit>empty() : units.of(readable);
    return unit.stream()
        .flatMap(it -> it.parts().stream())
        .map(Unit.Part::type)
        .filter(type -> !type.isImage())
        .map(RecordType::code)
        .toList();
  }

  /** Japanese name of a kind of file ({@code UPPLAN}); the code itself where it is unknown. */
  public String typeName(String recordType) {
    return typeNames.getOrDefault(recordType, recordType);
  }

  /** Codes of the service kinds that make plans (居宅介護支援 and its like). */
  public List<String> plannerKinds() {
    return Stream.of(false, true)
        .flatMap(prevention -> kinds.codes(ServiceKinds.Scope.PLANNER, prevention).stream())
        .toList();
  }

  /**
   * Codes of the service kinds that plans are sent to.
   *
   * @param prevention those of 介護予防 and 総合事業, or the others
   */
  public List<String> serviceKinds(boolean prevention) {
    return kinds.codes(ServiceKinds.Scope.IN, prevention);
  }

  /** Japanese name of a service kind ({@code 11}); empty where it is unknown. */
  public String kindName(String serviceKind) {
    return kinds.name(serviceKind);
  }

  Collection<Rule> rules() {
    return rules.all();
  }

  private static String step(FileName name) {
    return name.sequence() + name.address();
  }

  private static String order(List<FileName> names) {
    return step(names.getFirst()) + names.getFirst().text();
  }

  private static FileGroup fileGroup(List<FileName> names) {
    var dated = names.stream().filter(FileName::hasMonth).findFirst().orElse(names.getFirst());
    return new FileGroup(
        Optional.of(UnitAddress.of(dated)), names.stream().map(FileName::text).sorted().toList());
  }
}
