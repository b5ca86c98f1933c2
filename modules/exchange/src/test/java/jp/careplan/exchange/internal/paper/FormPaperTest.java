package jp.careplan.exchange.internal.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import jp.careplan.application.page.PdfFont;
import jp.careplan.exchange.internal.form.SentBundle;
import jp.careplan.exchange.internal.form.UnitForms;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class FormPaperTest {
  private static final String FOOT = "送信元 架空ケアプランセンター（9970000011） 2026年6月25日(木) 10:12 送信";

  private static PDDocument paper(UnitForms unit) throws IOException {
    var out = new ByteArrayOutputStream();
    var font = new PdfFont("/usr/share/fonts/opentype/ipaexfont-gothic/ipaexg.ttf");
    try (var paper = new FormPaper(font, FOOT)) {
      for (var person : unit.people()) {
        paper.add(person.called(), unit.forms(person), at -> Optional.empty());
      }
      paper.writeTo(out);
    }
    return Loader.loadPDF(out.toByteArray());
  }

  private static String text(PDDocument pdf, int page) throws IOException {
    var stripper = new PDFTextStripper();
    stripper.setSortByPosition(true);
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    return stripper.getText(pdf);
  }

  @Test
  void eachFormIsALandscapePageWithOfficeTimeAndNumber() throws IOException {
    try (var pdf = paper(SentBundle.sample("use-forms-6-7").read())) {
      assertEquals(3, pdf.getNumberOfPages());
      for (PDPage page : pdf.getPages()) {
        assertTrue(page.getMediaBox().getWidth() > page.getMediaBox().getHeight());
      }
      String second = text(pdf, 2);
      assertTrue(second.contains("サービス利用票別表"), second);
      assertTrue(second.contains("2 / 3 ページ"), second);
      assertTrue(second.contains(FOOT), second);
      assertTrue(second.contains("38,520"), second);
    }
  }

  @Test
  void theJapaneseFontGoesWithTheDocument() throws IOException {
    try (var pdf = paper(SentBundle.sample("plan-forms-1-2-3").read())) {
      var fonts = pdf.getPage(0).getResources();
      List<COSName> names =
          StreamSupport.stream(fonts.getFontNames().spliterator(), false).toList();
      for (var name : names) {
        assertTrue(fonts.getFont(name).isEmbedded());
      }
      assertEquals(1, names.size());
    }
  }

  @Test
  void aTextLongerThanAPageGoesOnOnTheNextOnes() throws IOException {
    String word = "鶴亀";
    int times = 12_000;
    var unit =
        SentBundle.sample("plan-forms-1-2-3")
            .edit("UP1KYO", text -> text.replace("住み慣れた自宅", word.repeat(times)))
            .read();

    try (var pdf = paper(unit)) {
      String all = new PDFTextStripper().getText(pdf);

      assertTrue(pdf.getNumberOfPages() > 5, "pages: " + pdf.getNumberOfPages());
      assertEquals(2L * times, all.codePoints().filter(it -> word.indexOf(it) >= 0).count());
    }
  }

  @Test
  void aTableLongerThanAPageRepeatsItsHeadings() throws IOException {
    var unit =
        SentBundle.sample("use-forms-6-7")
            .edit(
                "UPSIKYU", text -> text.lines().findFirst().orElseThrow().concat("\r\n").repeat(60))
            .read();

    try (var pdf = paper(unit)) {
      assertTrue(text(pdf, 2).contains("利用者負担"));
      assertTrue(text(pdf, 3).contains("サービス利用票別表"));
      assertTrue(text(pdf, 3).contains("利用者負担"));
    }
  }
}
