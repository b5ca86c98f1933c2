package jp.careplan.support.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import jp.careplan.support.AttachedFile;
import jp.careplan.support.Attaching;

/** A PDF or picture of a text that readers see: {@code /support/file/ID}. */
@WebServlet("/support/file/*")
public class TextFileServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Attaching attaching;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String id = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
    Optional<AttachedFile> file = attaching.published(id);
    if (file.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String tag = TextFileAnswer.tag(file.get());
    response.setHeader("Cache-Control", "no-cache"); // kept, but asked about: it may be withdrawn
    if (tag.equals(request.getHeader("If-None-Match"))) {
      response.setHeader("ETag", tag);
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    TextFileAnswer.send(attaching, file.get(), request, response);
  }
}
