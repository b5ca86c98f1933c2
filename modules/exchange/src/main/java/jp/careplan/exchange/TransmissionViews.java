package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeEntry;
import jp.careplan.application.OfficeSession;
import jp.careplan.exchange.Versions.Changed;
import jp.careplan.exchange.internal.standard.Standard;
import jp.careplan.kernel.OfficeNumber;

/** Turns stored transmissions into what an office may see of them. */
@ApplicationScoped
class TransmissionViews {
  @Inject private Transmissions transmissions;
  @Inject private ContentAges ages;
  @Inject private OfficeDirectory offices;
  @Inject private VersionService versions;

  /** One look into the directory, and one for later versions, for a whole list. */
  List<TransmissionSummary> summaries(List<Transmission> list) {
    var numbers = new HashSet<OfficeNumber>();
    list.forEach(transmission -> {
      numbers.add(transmission.sender());
      numbers.add(transmission.recipient());
    });
    Map<OfficeNumber, OfficeEntry> entries = offices.findAll(numbers);
    Map<TransmissionId, Changed> changed =
        versions.changed(list.stream().map(Transmission::id).toList());
    return list.stream()
        .map(it -> it.summary(entries, changed.getOrDefault(it.id(), Changed.NOTHING)))
        .toList();
  }

  TransmissionSummary summary(Transmission transmission) {
    return summaries(List.of(transmission)).getFirst();
  }

  /** Nothing of the content before it is received, nor while it is frozen. */
  TransmissionDetail detail(Transmission transmission, OfficeSession reader) {
    boolean open = transmission.isOpenTo(reader);
    TransmissionId id = transmission.id();
    return new TransmissionDetail(
        summary(transmission),
        open ? files(id) : List.of(),
        transmissions.history(id),
        open ? transmissions.findings(id) : List.of(),
        ages.kept(transmission));
  }

  private List<TransmissionDetail.File> files(TransmissionId id) {
    return transmissions.files(id).stream()
        .map(file -> file.file(typeName(file.recordType())))
        .toList();
  }

  private static String typeName(String type) {
    return switch (type) {
      case Enclosure.LETTER_TYPE -> "メッセージ";
      case Enclosure.ATTACHMENT_TYPE -> "添付";
      default -> Standard.load().typeName(type);
    };
  }
}
