package jp.careplan.support.internal.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import jp.careplan.support.internal.inquiry.Pictures;

/** Tells what a file is by its bytes; whatever name it came with is not even looked at. */
public final class FileType {
  public static final String PDF = "application/pdf";
  private static final byte[] PDF_MARK = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST_PIXELS_A_SIDE = 10_000;

  private FileType() {}

  /**
   * The media type; nothing for what is neither PDF nor a JPEG or PNG that a browser could draw.
   */
  public static Optional<String> mediaOf(byte[] content) {
    return isPdf(content)
        ? Optional.of(PDF)
        : Pictures.mediaOf(content).filter(media -> isDrawable(content, media));
  }

  private static boolean isPdf(byte[] content) {
    if (content.length <= PDF_MARK.length) {
      return false;
    }
    for (int i = 0; i < PDF_MARK.length; i++) {
      if (content[i] != PDF_MARK[i]) {
        return false;
      }
    }
    return true;
  }

  /** Its head alone is read: no pixel is unpacked here. */
  private static boolean isDrawable(byte[] content, String media) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(media);
    if (!readers.hasNext()) {
      return false;
    }
    ImageReader reader = readers.next();
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      reader.setInput(in, true, true);
      return fits(reader.getWidth(0)) && fits(reader.getHeight(0));
    } catch (IOException | RuntimeException e) { // readers throw all kinds at bytes made for it
      return false;
    } finally {
      reader.dispose();
    }
  }

  private static boolean fits(int side) {
    return side > 0 && side <= MOST_PIXELS_A_SIDE;
  }
}
