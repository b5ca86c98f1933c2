package jp.careplan.kernel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfScriptsTest {
  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static byte[] written(PDDocument document) throws IOException {
    document.addPage(new PDPage());
    var out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  /** A stream as it lies in a file. */
  private static String stream(String dictionary, byte[] held) {
    return "7 0 obj\n<<"
        + dictionary
        + ">>\nstream\n"
        + new String(held, ISO_8859_1)
        + "\nendstream\nendobj\n";
  }

  private static byte[] packed(String text) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(out)) {
      deflater.write(bytes(text));
    }
    return out.toByteArray();
  }

  @Test
  void aPaperRunsNothing() throws IOException {
    try (var document = new PDDocument()) {
      assertFalse(PdfScripts.in(written(document)));
    }
  }

  /** As a library writes them: in packed streams of objects. */
  @Test
  void whatIsDoneWhenItIsOpenedIsFound() throws IOException {
    try (var document = new PDDocument()) {
      document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
      assertTrue(PdfScripts.in(written(document)));
    }
    try (var document = new PDDocument()) {
      document.getDocumentCatalog().setOpenAction(new PDActionLaunch());
      assertTrue(PdfScripts.in(written(document)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<</S/JavaScript/JS(app.alert(1))>>",
        "<< /S /J#61vaScript /J#53 7 0 R >>",
        "<</S /Launch /F (calc.exe)>>",
        "<</S /Rendition /R 8 0 R>>",
        "<</JS 7 0 R>>",
        "trailer <</Root 1 0 R /Encrypt 9 0 R>>",
        "(>>\nstream\n) <</S /JavaScript>>"
      })
  void scriptsAndProgramsAreFoundHoweverTheyAreWritten(String object) throws IOException {
    assertTrue(PdfScripts.in(bytes("%PDF-1.7\n1 0 obj\n" + object + "\nendobj\n%%EOF")));
    byte[] objects = packed("1 0 " + object);
    String dictionary = "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode";
    assertTrue(PdfScripts.in(bytes("%PDF-1.7\n" + stream(dictionary, objects) + "%%EOF")));
  }

  @Test
  void objectsThatCannotBeUnpackedAreRefused() {
    String broken = "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode";
    String odd = "/Type /ObjStm /N 1 /First 4 /Filter [/ASCII85Decode /FlateDecode]";

    assertTrue(PdfScripts.in(bytes("%PDF-1.7\n" + stream(broken, bytes("no zlib")))));
    assertTrue(PdfScripts.in(bytes("%PDF-1.7\n" + stream(odd, bytes("x")))));
  }

  /** Pictures of scanned papers are large and spell short names by chance. */
  @Test
  void thePixelsOfScannedPapersAreTakenForNoScript() {
    byte[] pixels = new byte[4 * 1024 * 1024];
    new Random(20261128).nextBytes(pixels);
    String spelled = new String(pixels, ISO_8859_1) + "/JS (";

    assertEquals(
        false,
        PdfScripts.in(
            bytes("%PDF-1.7\n" + stream("/Subtype /Image /Filter /DCTDecode", bytes(spelled)))));
  }
}
