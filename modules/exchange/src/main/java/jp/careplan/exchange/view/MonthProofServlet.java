package jp.careplan.exchange.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.careplan.application.Caller;
import jp.careplan.application.HouseOperator;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PdfPaper;
import jp.careplan.application.page.PdfPaper.Fact;
import jp.careplan.application.page.PdfPaper.Sheet;
import jp.careplan.exchange.MonthProofs;
import jp.careplan.exchange.MonthProofs.Proof;
import jp.careplan.exchange.internal.transfer.Bundle;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** 連携実績の証明書 to be taken along: {@code CODE.pdf}, {@code CODE.csv}, {@code CODE.p7m}. */
@WebServlet("/office/month-proof-paper/*")
public class MonthProofServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern PATH = Pattern.compile("/([0-9A-Z-]{24})\\.(pdf|csv|p7m)");

  @Inject private transient MonthProofs proofs;
  @Inject private transient Caller caller;
  @Inject private transient PdfPaper paper;
  @Inject private transient JapaneseTime time;
  @Inject private transient HouseOperator operator;

  @Inject
  @ConfigProperty(name = "careplan.public-url")
  private transient String publicUrl;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Matcher path = PATH.matcher(String.valueOf(request.getPathInfo()));
    if (!path.matches()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    if (path.group(2).equals("pdf")) {
      paper.requireFont();
    }
    Proof proof = proofs.save(caller.careSession(), path.group(1));
    response.setHeader(
        "Content-Disposition",
        Bundle.disposition("month-proof-" + proof.code() + "." + path.group(2)));
    switch (path.group(2)) {
      case "pdf" -> answer(response, "application/pdf", paper.write(sheet(proof)));
      case "p7m" -> answer(response, "application/pkcs7-mime", proof.cms());
      default -> table(response, proof);
    }
  }

  private static void answer(HttpServletResponse response, String type, byte[] body)
      throws IOException {
    response.setContentType(type);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private void table(HttpServletResponse response, Proof proof) throws IOException {
    response.setContentType("text/csv");
    response.setCharacterEncoding("UTF-8");
    var sheet = new ProofSheet(proof.figures(), time);
    var out = response.getWriter();
    out.append('\uFEFF');
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
