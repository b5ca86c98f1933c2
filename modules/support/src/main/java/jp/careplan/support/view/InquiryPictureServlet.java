package jp.careplan.support.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import jp.careplan.kernel.DomainException;
import jp.careplan.support.Inquiring;
import jp.careplan.support.InquiryKey;
import jp.careplan.support.internal.file.FileForm;

/**
 * Lays a picture to the draft of this browser, or takes one away. Not through Faces, whose
 * multipart would write it to a disk in plain text.
 */
@WebServlet("/support/inquiry-picture")
public class InquiryPictureServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int MOST_BYTES = 6 * 1024 * 1024;
  private static final byte[] NOTHING = {};

  @Inject private transient Inquiring inquiring;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<InquiryKey> key = Visit.inquiry(request);
    String refused = "";
    try {
      if (key.isPresent()) {
        change(request, key.get());
      }
    } catch (DomainException e) {
      refused = "?refused=" + e.code().code();
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", "/support/inquiry-confirm" + refused + "#pictures");
  }

  private void change(HttpServletRequest request, InquiryKey key) throws IOException {
    String away = request.getContentType().startsWith("multipart/") ? "" : away(request);
    if (away.isEmpty()) {
      inquiring.lay(key, FileForm.read(request, MOST_BYTES).map(FileForm::file).orElse(NOTHING));
    } else {
      inquiring.takeAway(key, Integer.parseInt(away));
    }
  }

  private static String away(HttpServletRequest request) {
    String position = request.getParameter("away");
    return position != null && position.matches("[0-9]{1,3}") ? position : "0";
  }
}
