package jp.careplan.exchange.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.careplan.application.HouseOperator;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PdfPaper;
import jp.careplan.application.page.PdfPaper.Fact;
import jp.careplan.application.page.PdfPaper.Sheet;
import jp.careplan.exchange.MonthProofs;
import jp.careplan.exchange.MonthProofs.Proof;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** 連携実績の証明書 as paper and as table; pages and API hand out the same ones. */
@ApplicationScoped
public class MonthProofPapers {
  @Inject private MonthProofs proofs;
  @Inject private HouseOperator operator;
  @Inject private PdfPaper paper;
  @Inject private JapaneseTime time;

  @Inject
  @ConfigProperty(name = "careplan.public-url")
  private String publicUrl;

  /** PDF; noted as taken along. */
  public byte[] pdf(OfficeSession by, String code) {
    paper.requireFont(); // before it is noted
    return paper.write(sheet(proofs.save(by, code)));
  }

  /** CSV for spreadsheets; noted as taken along. */
  public String table(OfficeSession by, String code) {
    Proof proof = proofs.save(by, code);
    var sheet = new ProofSheet(proof.figures(), time);
    var out = new StringBuilder("\uFEFF");
    try {
      ListExport.print(out, Stream.of("確認番号", proof.code()));
      ListExport.print(out, Stream.of("事業所", sheet.getOfficeNumber(), sheet.getOffice()));
      ListExport.print(out, Stream.of("月", sheet.getMonth(), sheet.isOver() ? "" : "月の途中"));
      ListExport.print(out, Stream.of("数えた日時", sheet.getAsOf()));
      ListExport.print(out, Stream.of("連携した事業所の数", "" + sheet.getOffices()));
      ListExport.print(
          out, Stream.of("事業所番号", "名称", "送った組", "うち相手が受け取った組", "受け取った組", "うち予定・計画", "うち実績"));
      for (ProofSheet.Row row : sheet.getRows()) {
        ListExport.print(out, row.cells());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private Sheet sheet(Proof proof) {
    var sheet = new ProofSheet(proof.figures(), time);
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("確認番号", proof.code()));
    facts.add(new Fact("事業所番号", sheet.getOfficeNumber()));
    facts.add(new Fact("対象の月", sheet.getMonth() + (sheet.isOver() ? "" : "（月の途中）")));
    facts.add(new Fact("連携した事業所の数", sheet.getOffices() + "事業所"));
    facts.add(new Fact("送った組", sheet.getSent() + "組（相手が受け取り済み " + sheet.getArrived() + "組）"));
    facts.add(new Fact("受け取った組", sheet.getReceived() + "組"));
    sheet.getRows().forEach(row -> facts.add(new Fact(row.getNumber(), row.words())));
    facts.add(new Fact("確かめ方", publicUrl + "/proof で確認番号を入れると、だれでも同じ内容を確かめられます。"));
    return new Sheet(
        "連携実績の証明書",
        sheet.getOffice() + "　御中",
        "この事業所が、"
            + sheet.getMonth()
            + "に、次のとおりケアプランのデータを電子的に送り、受け取ったことを証明します。"
            + "取り消したものは数えていません。",
        List.copyOf(facts),
        operator.sender("発行 " + time.moment(proof.issuedAt())));
  }
}
