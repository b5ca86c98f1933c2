package jp.careplan.exchange.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.careplan.application.HouseOperator;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeEntry;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.page.ActionWords;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PdfPaper;
import jp.careplan.application.page.PdfPaper.Fact;
import jp.careplan.application.page.PdfPaper.Letter;
import jp.careplan.application.page.PdfPaper.Sheet;
import jp.careplan.exchange.Freezing;
import jp.careplan.exchange.Inviting;
import jp.careplan.exchange.ReceiptReading;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.kernel.OfficeNumber;

/** Papers as PDF; pages and API hand out the same ones. */
@ApplicationScoped
public class Papers {
  @Inject private ReceiptReading receipts;
  @Inject private Freezing freezing;
  @Inject private Inviting inviting;
  @Inject private OfficeDirectory offices;
  @Inject private HouseOperator operator;
  @Inject private PdfPaper paper;
  @Inject private ActionWords actions;
  @Inject private JapaneseTime time;
  @Inject private Clock clock;

  /** 受付証; noted as taken along. */
  public byte[] receipt(OfficeSession by, TransmissionId id) {
    paper.requireFont(); // before it is noted
    var sheet = new ReceiptSheet(receipts.save(by, id), time);
    List<Fact> facts = new ArrayList<>(sheet.facts());
    facts.addAll(sheet.steps());
    facts.addAll(sheet.files());
    facts.addAll(sheet.signatures());
    return paper.write(
        new Sheet(
            "受付証",
            "",
            "この仕組みが、次のとおり受け付け、保管していることを示します。署名のある受付証（拡張子 p7m）は、つながらなくても確かめられます。",
            List.copyOf(facts),
            operator.sender("作った日時 " + time.moment(clock.instant()))));
  }

  /** 誤送信の控え, for the office's own duty. */
  public byte[] misdirection(OfficeSession by, TransmissionId id) {
    paper.requireFont(); // before it is noted
    var found = freezing.save(by, id);
    var text = new MisdirectionText(found, time, actions, clock.getZone());
    List<String> issuer =
        List.of(
            time.day(LocalDate.now(clock)),
            offices.find(by.office()).map(OfficeEntry::name).orElse(by.office().value()));
    return paper.write(new Letter("誤送信の控え", text.paper(), issuer));
  }

  /** Cover for a FAX and letter of an invitation. */
  public byte[] invitation(OfficeSession by, OfficeNumber partner) {
    return paper.write("さそいの手紙", inviting.papers(by, partner));
  }
}
