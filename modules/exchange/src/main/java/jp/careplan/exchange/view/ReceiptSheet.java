package jp.careplan.exchange.view;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PdfPaper.Fact;
import jp.careplan.exchange.Party;
import jp.careplan.exchange.ReceiptReading.Opened;
import jp.careplan.exchange.TransmissionDetail;
import jp.careplan.exchange.TransmissionSummary;
import jp.careplan.kernel.Sha256;

/** What the paper of a receipt says, on the page and in the PDF alike. */
final class ReceiptSheet {
  private final Opened opened;
  private final JapaneseTime time;

  ReceiptSheet(Opened opened, JapaneseTime time) {
    this.opened = opened;
    this.time = time;
  }

  private TransmissionSummary it() {
    return opened.detail().summary();
  }

  /** What was sent, by whom, to whom, when. */
  List<Fact> facts() {
    TransmissionSummary it = it();
    return List.of(
        new Fact("受付番号", it.receiptNumber()),
        new Fact("受け付けた日時", time.moment(it.sentAt())),
        new Fact("送った事業所", party(it.sender())),
        new Fact("送り先の事業所", party(it.recipient())),
        new Fact("種類", Words.unit(it.unit())),
        new Fact("対象年月", it.serviceMonth().map(time::month).orElse("–")),
        new Fact("人数", it.people() + "人"),
        new Fact("ファイル", it.fileCount() + "個（" + Words.size(it.bytes()) + "）"),
        new Fact("いまの状態", Words.status(it.status())),
        new Fact("送信のID", it.id().value()),
        new Fact("内容のハッシュ値", opened.receipt().contentHash()));
  }

  private static String party(Party party) {
    String kind = Words.serviceKind(party);
    return party.name() + "　" + party.number() + (kind.isEmpty() ? "" : "　" + kind);
  }

  /** Each step with who took it. */
  List<Fact> steps() {
    return opened.detail().history().stream()
        .map(step -> new Fact(time.moment(step.at()), step(step)))
        .toList();
  }

  private String step(TransmissionDetail.Step step) {
    Party party = step.office().equals(it().sender().number()) ? it().sender() : it().recipient();
    return Words.step(step.reached())
        + "　"
        + party.name()
        + "　"
        + step.by()
        + (step.message().isEmpty() ? "" : "\n" + step.message());
  }

  /** Each file with its hash; nothing before the recipient has received. */
  List<Fact> files() {
    return opened.detail().files().stream()
        .map(file -> new Fact(file.typeName(), file.name() + "\n" + file.sha256()))
        .toList();
  }

  /** Whose signatures there are. */
  List<Fact> signatures() {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            "この仕組みの署名",
            opened
                .signer()
                .map(signer -> "✓ 署名を確かめました　" + name(signer))
                .orElse("✗ 署名を確かめられません。窓口へお知らせください。")));
    opened.signer().ifPresent(signer -> facts.add(new Fact("署名の証明書", thumbprint(signer))));
    facts.add(
        new Fact(
            "送った事業所の署名", it().signedBySender() ? "✓ 電子証明書の署名があります" : "– ありません（ブラウザーから送ると付きません）"));
    return facts;
  }

  private static String name(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().getName();
  }

  private static String thumbprint(X509Certificate certificate) {
    try {
      return Sha256.hex(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
