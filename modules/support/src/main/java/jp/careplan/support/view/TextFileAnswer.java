package jp.careplan.support.view;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import jp.careplan.support.AttachedFile;
import jp.careplan.support.Attaching;

/** A file goes out so that a browser takes it for what it is and runs nothing of it. */
final class TextFileAnswer {
  private static final int LONGEST_NAME = 60;

  private TextFileAnswer() {}

  static void send(
      Attaching attaching,
      AttachedFile file,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    String tag = tag(file);
    response.setContentType(file.media());
    response.setHeader("ETag", tag);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setHeader("Content-Disposition", disposition(file));
    FilePart part = FilePart.tell(request, response, tag, file.bytes());
    attaching.write(file, part.from(), part.length(), response.getOutputStream());
  }

  /** Of these very bytes: a file that is replaced is another edition. */
  static String tag(AttachedFile file) {
    return "\"" + file.id() + "-" + file.edition() + "\"";
  }

  /** A PDF is saved under its title, of which letters and digits alone are left. */
  private static String disposition(AttachedFile file) {
    if (!file.isPdf()) {
      return "inline";
    }
    String name = file.title().replaceAll("[^\\p{L}\\p{N}]+", "_");
    String kept =
        name.codePoints()
            .limit(LONGEST_NAME)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    String encoded =
        URLEncoder.encode((kept.isEmpty() ? file.id() : kept) + ".pdf", StandardCharsets.UTF_8)
            .replace("+", "%20")
            .replace("*", "_");
    return "attachment; filename=\"" + file.id() + ".pdf\"; filename*=UTF-8''" + encoded;
  }
}
