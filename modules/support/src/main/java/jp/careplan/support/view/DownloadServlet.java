package jp.careplan.support.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import jp.careplan.support.Downloads;
import jp.careplan.support.LauncherPackage;

/** Gives out a package, its signature, or the certificate that the signature is verified by. */
@WebServlet("/support/downloads/*")
public class DownloadServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int BUFFER = 64 * 1024;

  @Inject private transient Downloads downloads;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String name = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
    Optional<Downloads.Fetched> fetched = downloads.fetch(name);
    if (fetched.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Optional<LauncherPackage> offered =
        downloads.packages().stream().filter(it -> it.file().equals(name)).findFirst();
    String tag = offered.map(it -> "\"" + it.sha256() + "\"").orElse("");
    try (InputStream in = fetched.get().bytes()) {
      response.setContentType("application/octet-stream");
      response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
      if (!tag.isEmpty()) {
        response.setHeader("Cache-Control", "no-cache"); // so that a broken download can go on
        response.setHeader("ETag", tag);
      }
      FilePart part = FilePart.tell(request, response, tag, fetched.get().length());
      if (part.isBeginning()) {
        offered.ifPresent(it -> downloads.begun(it, request.getRemoteAddr()));
      }
      send(in, part, response.getOutputStream());
    }
  }

  private static void send(InputStream in, FilePart part, OutputStream out) throws IOException {
    if (part.length() == 0) {
      return;
    }
    in.skipNBytes(part.from());
    var some = new byte[BUFFER];
    long left = part.length();
    int count = 0;
    while (left > 0 && count >= 0) {
      count = in.read(some, 0, (int) Math.min(some.length, left));
      out.write(some, 0, Math.max(0, count));
      left -= Math.max(0, count);
    }
  }
}
