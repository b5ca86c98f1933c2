package jp.careplan.exchange.internal.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PdfFont;
import jp.careplan.exchange.CheckReport;
import jp.careplan.exchange.Finding;
import jp.careplan.exchange.internal.form.Block;
import jp.careplan.exchange.internal.form.Block.Fact;
import jp.careplan.exchange.internal.form.Block.Facts;
import jp.careplan.exchange.internal.form.Block.Grid;
import jp.careplan.exchange.internal.form.Block.Remark;
import jp.careplan.exchange.internal.form.Cell;
import jp.careplan.exchange.internal.form.Cell.Mark;
import jp.careplan.exchange.internal.form.Form;
import jp.careplan.exchange.internal.standard.UnitNames;

/** The report of a check as PDF: where, what and what to do; no value of the files, no name. */
@ApplicationScoped
public class CheckPaper {
  private static final String TITLE = "ファイルの確認の結果";

  /** Who has more to mend than fits on some thirty pages mends those first. */
  private static final int MOST_FINDINGS = 500;

  private static final List<Integer> WIDTHS = List.of(7, 8, 34, 6, 17, 60);

  @Inject private PdfFont font;
  @Inject private JapaneseTime time;

  public byte[] write(CheckReport report) {
    var out = new ByteArrayOutputStream();
    try (var paper = new FormPaper(font, "控え番号 " + report.id(), TITLE)) {
      paper.add("", List.of(new Form("", TITLE, blocks(report))), position -> Optional.empty());
      paper.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private List<Block> blocks(CheckReport report) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Facts(
            "",
            List.of(
                fact("確認した日時", time.moment(report.at()), false),
                fact("送れる組", report.accepted() + "件", false),
                fact("直しが必要な組", report.refused() + "件", false))));
    int room = MOST_FINDINGS;
    for (CheckReport.Unit unit : report.units()) {
      blocks.add(heading(unit));
      List<Finding> shown =
          unit.findings().subList(0, Math.min(unit.findings().size(), Math.max(room, 0)));
      if (!shown.isEmpty()) {
        blocks.add(table(shown));
      }
      if (shown.size() < unit.findings().size()) {
        blocks.add(new Remark("この組の指摘は、ほかに " + (unit.findings().size() - shown.size()) + "件あります。"));
      }
      room -= shown.size();
    }
    return blocks;
  }

  private Facts heading(CheckReport.Unit unit) {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("結果", unit.isAccepted() ? "送れます" : "直しが必要です", false));
    facts.add(fact("種類", unit.unit().map(UnitNames::of).orElse("組になりません"), false));
    facts.add(fact("対象年月", unit.serviceMonth().map(time::month).orElse("–"), false));
    facts.add(fact("連番", unit.sequence().orElse("–"), false));
    facts.add(fact("利用者", unit.people() + "人", false));
    facts.add(fact("指摘", unit.findings().size() + "件", false));
    if (!unit.folder().isEmpty()) {
      facts.add(fact("フォルダ", unit.folder(), true));
    }
    for (CheckReport.File file : unit.files()) {
      String records = file.typeName().isEmpty() ? "" : "　" + file.typeName();
      facts.add(fact("ファイル", file.name() + records + "　" + file.records() + "件", true));
    }
    return new Facts("送信単位", facts);
  }

  private static Fact fact(String label, String text, boolean wide) {
    return new Fact(label, text, wide, true);
  }

  private static Grid table(List<Finding> findings) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(List.of(head("重さ"), head("コード"), head("ファイル"), head("行"), head("項目"), head("指摘と直し方")));
    for (Finding finding : findings) {
      rows.add(
          List.of(
              cell(grade(finding)),
              cell(finding.code()),
              cell(finding.file()),
              cell(finding.line() == null ? "" : String.valueOf(finding.line())),
              cell(column(finding)),
              cell(finding.message() + "\n→ " + finding.remedy())));
    }
    return new Grid("", WIDTHS, 1, rows);
  }

  private static String grade(Finding finding) {
    return switch (finding.severity()) {
      case FATAL -> "致命的";
      case ERROR -> "誤り";
      case WARNING -> "注意";
    };
  }

  private static String column(Finding finding) {
    return finding.columnName() == null
        ? ""
        : "項目" + finding.column() + "「" + finding.columnName() + "」";
  }

  private static Cell head(String text) {
    return new Cell(text, 1, 1, EnumSet.of(Mark.HEAD));
  }

  private static Cell cell(String text) {
    return new Cell(text, 1, 1, EnumSet.noneOf(Mark.class));
  }
}
