package jp.careplan.exchange;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.careplan.exchange.internal.transfer.TakeoutPiece;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;

/** Puts one transmission into what an office takes along; always inside a caller's transaction. */
@ApplicationScoped
class TakeoutRows {
  private static final System.Logger LOG = System.getLogger(TakeoutRows.class.getName());
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  @Inject private Transmissions transmissions;
  @Inject private StoredContent content;
  @Inject private Clock clock;

  void add(TakeoutPiece piece, Transmission one, TransmissionSummary it, OfficeNumber office) {
    boolean own = one.isSender(office);
    String folder = folder(it, own);
    piece.file(folder + "受付証.p7m", transmissions.receipt(it.id()).cms());
    if (!own && !it.status().isReceived()) {
      piece.row(row(it, own, Optional.empty(), folder, "受け取っていないため、中身はありません"));
      return;
    }
    if (it.frozenAt().isPresent() || (!own && it.erasedAt().isPresent())) {
      piece.row(row(it, own, Optional.empty(), folder, "誤送信の届けがあるため、中身はありません"));
      return;
    }
    List<TransmissionFile> files = transmissions.files(it.id());
    String remark = addFiles(piece, it.id(), files, folder);
    files.forEach(file -> piece.row(row(it, own, Optional.of(file), folder, remark)));
  }

  /** What cannot be opened keeps nothing else from being taken along; returns why. */
  private String addFiles(
      TakeoutPiece piece, TransmissionId id, List<TransmissionFile> files, String folder) {
    try {
      content.open(id, files).forEach(it -> piece.file(folder + it.name(), it.content()));
      return "";
    } catch (DomainException e) {
      return "保存期間が過ぎたため、中身はありません";
    } catch (IllegalStateException e) {
      LOG.log(ERROR, "cannot be taken along: cannot open transmission=" + id, e);
      return "中身を開けません。窓口にお知らせください";
    }
  }

  /** {@code 届いたもの/202606/9970000022_20260625-7K2M9-QX4TB/}. */
  private static String folder(TransmissionSummary it, boolean own) {
    return "%s/%s/%s_%s/"
        .formatted(
            own ? "送ったもの" : "届いたもの",
            it.serviceMonth().orElse("対象年月なし"),
            partner(it, own).number().value(),
            it.receiptNumber());
  }

  private static Party partner(TransmissionSummary it, boolean own) {
    return own ? it.recipient() : it.sender();
  }

  private List<String> row(
      TransmissionSummary it,
      boolean own,
      Optional<TransmissionFile> file,
      String folder,
      String remark) {
    var cells = new ArrayList<String>();
    cells.add(own ? "送った" : "届いた");
    cells.add(word(it.status()));
    cells.add(partner(it, own).number().value());
    cells.add(partner(it, own).name());
    cells.add(kind(it));
    cells.add(it.serviceMonth().orElse(""));
    cells.add(String.valueOf(it.people()));
    cells.add(moment(it.sentAt()));
    cells.add(it.receivedAt().map(this::moment).orElse(""));
    cells.add(it.receiptNumber());
    cells.add(it.id().value());
    cells.add(file.map(TransmissionFile::name).orElse(""));
    cells.add(file.map(each -> String.valueOf(each.byteCount())).orElse(""));
    cells.add(file.map(TransmissionFile::sha256).orElse(""));
    cells.add(folder);
    cells.add(remark);
    return cells;
  }

  private String moment(Instant at) {
    return MOMENT.format(at.atZone(clock.getZone()));
  }

  private static String kind(TransmissionSummary it) {
    return switch (it.kind()) {
      case "plan" -> "予定・計画書";
      case "result" -> "実績";
      case "delete" -> "削除";
      case Enclosure.KIND -> "メッセージ";
      default -> it.kind();
    };
  }

  private static String word(TransmissionStatus status) {
    return switch (status) {
      case SENT -> "未受信";
      case RECEIVED -> "受信済";
      case DOWNLOADED -> "保存済";
      case IMPORTED -> "取込済";
      case IMPORT_FAILED -> "取込エラー";
      case WITHDRAWN -> "取消";
      case EXPIRED -> "期限切れ";
      case FROZEN, ERASURE_ASKED, ERASURE_TOLD, ERASED, THAWED -> "誤送信"; // steps, never a state
    };
  }
}
