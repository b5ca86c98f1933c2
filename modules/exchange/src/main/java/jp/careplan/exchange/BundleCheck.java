package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeEntry;
import jp.careplan.exchange.internal.standard.FileGroup;
import jp.careplan.exchange.internal.standard.FileSummary;
import jp.careplan.exchange.internal.standard.Standard;
import jp.careplan.exchange.internal.standard.UnitAddress;
import jp.careplan.exchange.internal.standard.UnitKind;
import jp.careplan.exchange.internal.standard.UnitReport;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KernelProblem;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ProblemCode;
import jp.careplan.kernel.ServiceKind;

/**
 * 形式チェック at the door: what the standard says, and whether sender and recipient are who they say.
 */
@ApplicationScoped
class BundleCheck {
  @Inject private OfficeDirectory offices;
  @Inject private Clock clock;
  @Inject private ResultCheck results;
  @Inject private SandboxOffices sandbox;

  private final Standard standard = Standard.load();

  /** A unit with what storing it takes. */
  record Checked(CheckedUnit unit, UnitReport report) {
    /** Only for a unit that may be sent: its names are whole and its recipient is known. */
    SealedUnit seal() {
      Map<String, FileSummary> summaries = new HashMap<>();
      report.files().forEach(file -> summaries.put(file.name(), file));
      return new SealedUnit(
          unit.sender().orElseThrow(),
          unit.recipient().orElseThrow(),
          unit.unit().orElseThrow(),
          unit.kind().orElseThrow(),
          unit.serviceMonth().orElse(""),
          unit.sequence().orElseThrow(),
          report.csvVersion().orElse(""),
          unit.people(),
          unit.files().stream().map(file -> part(file, summaries)).toList(),
          unit.findings(),
          report.index());
    }

    private static SealedUnit.Part part(OfferedFile file, Map<String, FileSummary> summaries) {
      FileSummary summary = summaries.get(file.name());
      return summary == null
          ? new SealedUnit.Part(file, "", 0)
          : new SealedUnit.Part(file, summary.recordType(), summary.records());
    }
  }

  /** Groups files into units and checks each. */
  List<Checked> all(OfficeNumber caller, List<OfferedFile> files) {
    return each(caller, List.of(files)).getFirst();
  }

  /** The same for several folders; one look into the directory for all of them. */
  List<List<Checked>> each(OfficeNumber caller, List<List<OfferedFile>> folders) {
    List<Grouped> grouped = folders.stream().map(this::group).toList();
    Map<OfficeNumber, OfficeEntry> known =
        offices.findAll(
            numbers(grouped.stream().flatMap(folder -> folder.groups().stream()).toList()));
    return grouped.stream().map(folder -> check(caller, folder, known)).toList();
  }

  /** The files of a folder, parted into units. */
  private record Grouped(Map<String, OfferedFile> byName, List<FileGroup> groups) {}

  private Grouped group(List<OfferedFile> files) {
    Map<String, OfferedFile> byName = new LinkedHashMap<>();
    files.forEach(file -> byName.put(file.name(), file));
    requireDistinct(byName.keySet(), files.size());
    return new Grouped(byName, standard.group(byName.keySet()));
  }

  private List<Checked> check(
      OfficeNumber caller, Grouped folder, Map<OfficeNumber, OfficeEntry> known) {
    return folder.groups().stream()
        .map(group -> group.names().stream().map(folder.byName()::get).toList())
        .map(files -> check(caller, files, known))
        .toList();
  }

  /** Capitals or not: where the recipient saves them, two such names may be one. */
  private static void requireDistinct(Set<String> names, int files) {
    if (names.stream().map(name -> name.toUpperCase(Locale.ROOT)).distinct().count() < files) {
      throw new DomainException(KernelProblem.BAD_REQUEST, "同じ名前のファイルが2つあります。");
    }
  }

  private static Set<OfficeNumber> numbers(List<FileGroup> groups) {
    Set<OfficeNumber> numbers = new HashSet<>();
    groups.forEach(group ->
        group
            .address()
            .ifPresent(address -> {
              numbers.add(address.sender());
              numbers.add(address.receiver());
            }));
    return numbers;
  }

  private Checked check(
      OfficeNumber caller, List<OfferedFile> files, Map<OfficeNumber, OfficeEntry> known) {
    UnitReport report = report(files);
    List<Finding> findings = new ArrayList<>();
    report
        .address()
        .ifPresent(
            address -> findings.addAll(misaddressed(caller, address, files.getFirst(), known)));
    boolean overridable = findings.isEmpty() && report.overridable();
    findings.addAll(report.findings());
    Optional<UnitAddress> address = report.address();
    if (report.kind().filter(UnitKind.RESULT::equals).isPresent()) {
      address
          .filter(it -> it.sender().equals(caller))
          .ifPresent(it -> findings.addAll(lacking(it, report, known)));
    }
    var unit =
        new CheckedUnit(
            files,
            report.unit(),
            report.kind().map(kind -> kind.name().toLowerCase(Locale.ROOT)),
            address.map(a -> party(a.sender(), a.senderKind(), known)),
            address.map(a -> party(a.receiver(), a.receiverKind(), known)),
            address.flatMap(UnitAddress::month).map(Object::toString),
            address.map(UnitAddress::sequence),
            report.persons().size(),
            findings,
            overridable && findings.stream().anyMatch(Finding::refuses));
    return new Checked(unit, report);
  }

  private List<Finding> lacking(
      UnitAddress address, UnitReport report, Map<OfficeNumber, OfficeEntry> known) {
    return address
        .month()
        .map(month ->
            results.lacking(
                party(address.sender(), address.senderKind(), known),
                party(address.receiver(), address.receiverKind(), known),
                month,
                report.index(),
                report.files().getFirst().name()))
        .orElse(List.of());
  }

  private UnitReport report(List<OfferedFile> files) {
    try {
      return standard.check(files.stream().map(MemoryFile::new).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // bytes in memory do not fail
    }
  }

  private List<Finding> misaddressed(
      OfficeNumber caller,
      UnitAddress address,
      OfferedFile file,
      Map<OfficeNumber, OfficeEntry> known) {
    List<Finding> findings = new ArrayList<>();
    if (!address.sender().equals(caller)) {
      findings.add(fatal(file, ExchangeProblem.SENDER_IS_NOT_CALLER));
    }
    noDestination(Optional.ofNullable(known.get(address.receiver())))
        .ifPresent(problem -> findings.add(fatal(file, problem)));
    if (sandbox.isBetween(address.sender(), address.receiver())) {
      findings.add(fatal(file, VendorProblem.SANDBOX_ALONE));
    }
    return findings;
  }

  /** Why nothing can be sent to an office; empty where it can. */
  Optional<ExchangeProblem> noDestination(Optional<OfficeEntry> office) {
    if (office.filter(this::hasJoined).isEmpty()) {
      return Optional.of(ExchangeProblem.UNKNOWN_RECIPIENT);
    }
    return office.filter(it -> it.active() && !hasLeft(it)).isEmpty()
        ? Optional.of(ExchangeProblem.RECIPIENT_CLOSED)
        : Optional.empty();
  }

  /** An office may be known by its account alone: nobody there looks for what arrives. */
  private boolean hasJoined(OfficeEntry office) {
    return office.participation().since().isPresent()
        || !office.active()
        || sandbox.isForTrying(office.number());
  }

  private boolean hasLeft(OfficeEntry office) {
    return !sandbox.isForTrying(office.number())
        && !office.participation().runsOn(LocalDate.now(clock));
  }

  private static Finding fatal(OfferedFile file, ProblemCode problem) {
    return new Finding(
        file.name(),
        null,
        null,
        null,
        problem.code(),
        Severity.FATAL,
        problem.title() + "。",
        problem.remedy(),
        Optional.empty());
  }

  private static Party party(
      OfficeNumber number, Optional<ServiceKind> kind, Map<OfficeNumber, OfficeEntry> known) {
    OfficeEntry entry = known.get(number);
    return new Party(
        number,
        entry == null ? number.value() : entry.name(),
        kind.map(ServiceKind::value).orElse(""));
  }
}
