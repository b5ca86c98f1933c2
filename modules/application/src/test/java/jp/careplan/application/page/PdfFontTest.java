package jp.careplan.application.page;

import static jp.careplan.application.ApplicationProblem.NO_FONT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import jp.careplan.kernel.DomainException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfFontTest {
  @Test
  void withoutItsFileNoPaperIsBegun(@TempDir Path folder) throws IOException {
    var font = new PdfFont(folder.resolve("gone.ttf").toString());

    try (var document = new PDDocument()) {
      var refusal = assertThrows(DomainException.class, () -> font.lettersFor(document));
      assertEquals(NO_FONT, refusal.code());
    }
  }
}
