package jp.careplan.application.view;

import static jp.careplan.application.OperatorRole.OPERATOR;
import static jp.careplan.kernel.KernelProblem.BAD_REQUEST;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import jp.careplan.application.OperatorCaller;
import jp.careplan.application.page.JsonAnswer;
import jp.careplan.kernel.DomainException;

/**
 * Takes a file of accounts as the body of the request: through Faces it would be written to a disk
 * in plain text.
 */
@WebServlet("/desk/account-file")
public class AccountFileServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_NAME = 200;

  @Inject private transient OperatorCaller caller;
  @Inject private transient ImportDesk desk;
  @Inject private transient ImportRunner runner;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      caller.session().requireWholeCountry(OPERATOR);
      if (!desk.token().equals(request.getHeader("X-Token"))) {
        throw new DomainException(BAD_REQUEST, "画面が古くなっています。開き直してください。");
      }
      ImportJob job = ImportJob.of(name(request), request.getInputStream());
      desk.put(caller.session(), job);
      runner.look(job, caller.session());
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } catch (DomainException e) {
      JsonAnswer.refuse(response, e);
    }
  }

  private static String name(HttpServletRequest request) {
    String sent = Optional.ofNullable(request.getHeader("X-Name")).orElse("");
    try {
      String name = URLDecoder.decode(sent, StandardCharsets.UTF_8);
      return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    } catch (IllegalArgumentException e) {
      throw new DomainException(BAD_REQUEST, "");
    }
  }
}
