package jp.careplan.application.page;

import static java.lang.System.Logger.Level.WARNING;
import static jp.careplan.application.ApplicationProblem.NO_FONT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.careplan.kernel.DomainException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The Japanese font that PDFs are written in. */
@ApplicationScoped
public class PdfFont {
  private static final System.Logger LOG = System.getLogger(PdfFont.class.getName());

  private String font = "";

  @Inject
  public PdfFont(@ConfigProperty(name = "careplan.pdf.font") String font) {
    this.font = font;
  }

  /** For the container's proxy. */
  protected PdfFont() {}

  /** Letters for one document. */
  public PdfLetters lettersFor(PDDocument document) throws IOException {
    return new PdfLetters(require(), document);
  }

  /** Refuses where there is none. */
  Path require() {
    Path file = Path.of(font);
    if (!Files.isReadable(file)) {
      LOG.log(WARNING, "no PDF: careplan.pdf.font names no readable file: {0}", file);
      throw new DomainException(NO_FONT, "");
    }
    return file;
  }
}
