package jp.careplan.exchange.view;

import static jp.careplan.kernel.KernelProblem.BAD_REQUEST;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.careplan.application.Caller;
import jp.careplan.application.page.PageMessages;
import jp.careplan.exchange.internal.enclosure.EnclosureCheck;
import jp.careplan.exchange.internal.transfer.Upload;
import jp.careplan.exchange.internal.transfer.UploadReader;
import jp.careplan.kernel.DomainException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lays files on the desk, or attachments to the message of a unit there. Not through Faces, whose
 * multipart would write them to a disk in plain text. The body begins with the desk's token and the
 * folder's name; folders may carry names of people, so they stand in the body and not in the
 * address.
 */
@WebServlet("/office/send/files")
public class DeskServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient UploadReader uploads;
  @Inject private transient SendDesk desk;
  @Inject private transient EnclosureCheck check;
  @Inject private transient Caller caller;

  @Inject
  @ConfigProperty(name = "careplan.limits.request-bytes", defaultValue = "31457280")
  private long bytes;

  @Inject
  @ConfigProperty(name = "careplan.limits.files", defaultValue = "500")
  private int files;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      desk.of(caller.careSession());
      Upload upload = uploads.read(request);
      if (!upload.text("token").orElse("").equals(desk.token())) {
        throw new DomainException(BAD_REQUEST, "画面が古くなっています。開き直してください。");
      }
      var limits = new SendDesk.Limits(bytes, files);
      if (upload.text("unit").isPresent()) {
        desk.attach(upload.text("unit").get(), upload.attachments(), check, limits);
      } else {
        desk.put(upload.text("folder").orElse(""), upload.files(), limits);
      }
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } catch (DomainException e) {
      tell(response, e);
    }
  }

  private static void tell(HttpServletResponse response, DomainException refusal)
      throws IOException {
    response.setStatus(refusal.code().status());
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response
        .getWriter()
        .write(
            Json.createObjectBuilder()
                .add("title", refusal.code().title())
                .add("detail", PageMessages.reasonAndRemedy(refusal))
                .add("code", refusal.code().code())
                .build()
                .toString());
  }
}
