package jp.careplan.support.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import jp.careplan.support.Downloads;

/** Gives out a package, its signature, or the certificate that the signature is verified by. */
@WebServlet("/support/downloads/*")
public class DownloadServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

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
    try (InputStream in = fetched.get().bytes()) {
      response.setContentType("application/octet-stream");
      response.setContentLengthLong(fetched.get().length());
      response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
      if (!request.getMethod().equals("HEAD")) {
        downloads.packages().stream()
            .filter(it -> it.file().equals(name))
            .forEach(it -> downloads.begun(it, request.getRemoteAddr()));
        in.transferTo(response.getOutputStream());
      }
    }
  }
}
