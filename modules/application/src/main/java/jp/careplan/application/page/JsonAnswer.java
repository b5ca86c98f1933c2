package jp.careplan.application.page;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.careplan.kernel.DomainException;

/** What a page's script is answered with. */
public final class JsonAnswer {
  private JsonAnswer() {}

  public static void write(HttpServletResponse response, JsonObjectBuilder json)
      throws IOException {
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(json.build().toString());
  }

  /** Why something was refused, in the words that the page would say. */
  public static void refuse(HttpServletResponse response, DomainException refusal)
      throws IOException {
    response.setStatus(refusal.code().status());
    write(
        response,
        Json.createObjectBuilder()
            .add("title", refusal.code().title())
            .add("detail", PageMessages.reasonAndRemedy(refusal))
            .add("code", refusal.code().code()));
  }
}
