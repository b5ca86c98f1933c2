package jp.careplan.exchange.internal.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.careplan.exchange.OfferedFile;

/** Files as they leave the house. */
public final class Bundle {
  private Bundle() {}

  public static void write(List<OfferedFile> files, OutputStream out) throws IOException {
    try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (OfferedFile file : files) {
        zip.putNextEntry(new ZipEntry(file.name()));
        zip.write(file.content());
        zip.closeEntry();
      }
    }
  }

  /** A name that people gave, in letters of their own. */
  public static String namedDisposition(String name) {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return disposition(name) + "; filename*=UTF-8''" + encoded;
  }

  /** Names of the standard are ASCII; anything else was refused at the door. */
  public static String disposition(String name) {
    return "attachment; filename=\"" + name.replaceAll("[^A-Za-z0-9._-]", "_") + "\"";
  }
}
