package jp.careplan.exchange.view;

import static jp.careplan.kernel.KernelProblem.BAD_REQUEST;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.page.PageMessages;
import jp.careplan.exchange.Addressee;
import jp.careplan.exchange.Sending;
import jp.careplan.exchange.SendingOutcome.Accepted;
import jp.careplan.exchange.SendingOutcome.AlreadySent;
import jp.careplan.exchange.SendingOutcome.Refused;
import jp.careplan.exchange.SendingOutcome.Unsure;
import jp.careplan.exchange.internal.enclosure.EnclosureCheck;
import jp.careplan.exchange.internal.transfer.Upload;
import jp.careplan.exchange.internal.transfer.UploadReader;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;

/**
 * A message as its form sends it, with attachments; not through Faces, whose multipart would write
 * them to a disk in plain text. What was typed and attached stays until it went out.
 */
@WebServlet("/office/message/form")
public class MessageServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient UploadReader uploads;
  @Inject private transient MessageDraft draft;
  @Inject private transient EnclosureCheck check;
  @Inject private transient Sending sending;
  @Inject private transient Caller caller;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    OfficeSession by = caller.careSession();
    draft.of(by);
    Upload upload = uploads.read(request);
    if (!upload.text("token").orElse("").equals(draft.token())) {
      throw new DomainException(BAD_REQUEST, "画面が古くなっています。開き直してください。");
    }
    response.sendRedirect(answer(by, upload));
  }

  /** Where the page goes from here. */
  private String answer(OfficeSession by, Upload upload) {
    String back =
        "/office/message?to="
            + field(upload, "to")
            + "&kind="
            + field(upload, "kind")
            + "&own="
            + field(upload, "own");
    try {
      draft.write(upload.text("text").orElse(""));
      draft.attach(upload.attachments(), check);
      Optional<String> detached = upload.text("detach");
      detached.ifPresent(draft::detach);
      if (detached.isPresent() || upload.text("keep").isPresent()) {
        return back;
      }
      var to =
          new Addressee(
              new OfficeNumber(upload.text("to").orElse("")),
              kind(upload, "kind"),
              kind(upload, "own"));
      boolean confirmed =
          upload.text("confirmed").filter(to.recipient().value()::equals).isPresent();
      return switch (sending.send(by, draft.offer(to, confirmed))) {
        case Accepted accepted -> {
          draft.sent();
          yield "/office/transmission?sent&id=" + accepted.id();
        }
        case Unsure unsure -> {
          draft.unsure(to.recipient(), unsure.doubts());
          yield back + "#doubts";
        }
        case Refused refused -> back; // of files of the standard alone
        case AlreadySent before -> back;
      };
    } catch (DomainException e) {
      draft.trouble(e.code().title() + "。 " + PageMessages.reasonAndRemedy(e));
      return back;
    }
  }

  private static String kind(Upload upload, String name) {
    return upload.text(name).filter(value -> !value.equals(MessageView.WHOLE)).orElse("");
  }

  private static String field(Upload upload, String name) {
    return URLEncoder.encode(upload.text(name).orElse(""), StandardCharsets.UTF_8);
  }
}
