package jp.careplan.support.view;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import jp.careplan.kernel.DomainException;
import jp.careplan.support.Searching;
import jp.careplan.support.Searching.Suggestion;
import jp.careplan.support.TextKind;

/**
 * Texts near what somebody is typing, for the scripts of the search box and of the form. Asked by
 * POST: half a sentence may hold a name, and addresses are written down on the way.
 */
@WebServlet("/support/near")
public class NearServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 6;
  private static final int LONGEST = 100;
  private static final int TOO_MANY_REQUESTS = 429;

  @Inject private transient Searching searching;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String typed = Optional.ofNullable(request.getParameter("q")).orElse("").strip();
    String query = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
    JsonArrayBuilder found = Json.createArrayBuilder();
    try {
      searching
          .suggest(query, kind(request), MOST, request.getRemoteAddr())
          .forEach(it -> found.add(json(it)));
    } catch (DomainException e) { // for a script: it shows nothing and goes on
      response.setStatus(TOO_MANY_REQUESTS);
    }
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(found.build().toString());
  }

  private static Optional<TextKind> kind(HttpServletRequest request) {
    String wanted = Optional.ofNullable(request.getParameter("kind")).orElse("");
    return Arrays.stream(TextKind.values()).filter(it -> it.name().equals(wanted)).findFirst();
  }

  private static JsonObject json(Suggestion one) {
    return Json.createObjectBuilder()
        .add("kind", one.kind().label())
        .add("title", one.title())
        .add("address", one.address())
        .build();
  }
}
