package jp.careplan.exchange.view;

import static jp.careplan.exchange.ExchangeProblem.NO_SUCH_FILE;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeSession;
import jp.careplan.exchange.Enclosure;
import jp.careplan.exchange.Mailboxes;
import jp.careplan.exchange.Messages;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.Receiving;
import jp.careplan.exchange.TransmissionDetail;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.exchange.internal.enclosure.ForPeople;
import jp.careplan.exchange.internal.transfer.Bundle;
import jp.careplan.kernel.DomainException;

/**
 * {@code ID/0} is one file by its place, {@code ID/all} all as ZIP, {@code ID/receipt} the proof.
 */
@WebServlet("/office/download/*")
public class DownloadServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern PATH = Pattern.compile("/([^/]+)/([0-9]{1,4}|all|receipt)");

  @Inject private transient Mailboxes mailboxes;
  @Inject private transient Receiving receiving;
  @Inject private transient Messages messages;
  @Inject private transient Caller caller;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Matcher path = PATH.matcher(String.valueOf(request.getPathInfo()));
    if (!path.matches()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    OfficeSession by = caller.careSession();
    var id = new TransmissionId(path.group(1));
    switch (path.group(2)) {
      case "all" -> all(by, id, response);
      case "receipt" ->
          answer(response, "application/pkcs7-mime", id + ".p7m", mailboxes.receipt(by, id).cms());
      default -> one(by, id, Integer.parseInt(path.group(2)), response);
    }
  }

  private void all(OfficeSession by, TransmissionId id, HttpServletResponse response)
      throws IOException {
    List<OfferedFile> files = receiving.downloadAll(by, id);
    response.setContentType("application/zip");
    response.setHeader("Content-Disposition", Bundle.disposition(id + ".zip"));
    Bundle.write(ForPeople.named(files), response.getOutputStream());
  }

  private void one(OfficeSession by, TransmissionId id, int position, HttpServletResponse response)
      throws IOException {
    List<TransmissionDetail.File> files = mailboxes.detail(by, id).files();
    if (position >= files.size()) {
      throw new DomainException(NO_SUCH_FILE, "");
    }
    TransmissionDetail.File wanted = files.get(position);
    OfferedFile file =
        wanted.type().equals(Enclosure.ATTACHMENT_TYPE)
            ? messages.attachment(by, id, wanted.name())
            : receiving.download(by, id, wanted.name());
    answer(response, "application/octet-stream", file.name(), file.content());
  }

  private static void answer(HttpServletResponse response, String type, String name, byte[] content)
      throws IOException {
    response.setContentType(type);
    response.setHeader("Content-Disposition", Bundle.namedDisposition(name));
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
  }
}
