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
import java.util.Optional;
import java.util.stream.Collectors;
import jp.careplan.support.Searching;
import jp.careplan.support.TextKind;
import jp.careplan.support.internal.search.SearchResult.Hit;
import jp.careplan.support.internal.search.SearchResult.Piece;

/** Questions near what somebody is typing, for the script of the form. Nothing of it is kept. */
@WebServlet("/support/near")
public class NearServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 3;
  private static final int LONGEST = 100;

  @Inject private transient Searching searching;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String typed = Optional.ofNullable(request.getParameter("q")).orElse("").strip();
    String query = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
    JsonArrayBuilder found = Json.createArrayBuilder();
    if (!query.isEmpty()) {
      searching
          .search(query, Optional.of(TextKind.FAQ), MOST)
          .filter(it -> !it.nearestOnly())
          .ifPresent(it -> it.hits().forEach(hit -> found.add(json(hit))));
    }
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(found.build().toString());
  }

  private static JsonObject json(Hit hit) {
    return Json.createObjectBuilder()
        .add("title", hit.title().stream().map(Piece::text).collect(Collectors.joining()))
        .add("address", SearchView.row(hit).address())
        .build();
  }
}
