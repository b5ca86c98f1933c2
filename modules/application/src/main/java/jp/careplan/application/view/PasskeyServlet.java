package jp.careplan.application.view;

import static jp.careplan.kernel.KernelProblem.BAD_REQUEST;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.careplan.application.Caller;
import jp.careplan.application.PasskeySigningIn;
import jp.careplan.application.Passkeys;
import jp.careplan.application.SignedIn;
import jp.careplan.kernel.DomainException;

/** What the page's script asks for a passkey, and what it brings back. */
@WebServlet({"/account/passkey-registration", "/account/passkey-sign-in"})
public class PasskeyServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String SIGN_IN = "/account/passkey-sign-in";

  @Inject private transient Passkeys passkeys;
  @Inject private transient PasskeySigningIn signingIn;
  @Inject private transient Caller caller;
  @Inject private transient PageLogin login;
  @Inject private transient Entrance entrance;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean signsIn = request.getServletPath().equals(SIGN_IN);
    boolean asks = "ask".equals(request.getParameter("step"));
    try {
      if (asks) {
        write(response, signsIn ? question() : invitation(request));
      } else {
        String to = signsIn ? signIn(request, response) : register(request);
        write(response, Json.createObjectBuilder().add("to", to));
      }
    } catch (DomainException e) {
      PageSessionServlet.tell(response, e);
    }
  }

  private JsonObjectBuilder question() {
    PasskeySigningIn.Question asked = signingIn.ask();
    return Json.createObjectBuilder()
        .add("challenge", asked.challenge())
        .add("relyingParty", asked.relyingParty());
  }

  private JsonObjectBuilder invitation(HttpServletRequest request) throws IOException {
    String name = body(request).getString("name", "");
    Passkeys.Invitation asked = passkeys.begin(caller.session(), name);
    return Json.createObjectBuilder()
        .add("challenge", asked.challenge())
        .add("relyingParty", asked.relyingParty())
        .add("name", "ケアプランデータ連携")
        .add("user", asked.user().value())
        .add("handle", asked.handle())
        .add("algorithms", Json.createArrayBuilder(asked.algorithms()))
        .add("known", Json.createArrayBuilder(asked.known()));
  }

  private String signIn(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    SignedIn signedIn = signingIn.signIn(body(request).getString("answer", ""));
    login.begin(request, response, signedIn);
    return entrance.of(signedIn.session());
  }

  private String register(HttpServletRequest request) throws IOException {
    JsonObject body = body(request);
    passkeys.register(caller.session(), body.getString("name", ""), body.getString("answer", ""));
    return "/account/passkeys?made=1";
  }

  private static JsonObject body(HttpServletRequest request) throws IOException {
    try (var reader = Json.createReader(request.getInputStream())) {
      return reader.readObject();
    } catch (JsonException | IllegalStateException e) {
      throw new DomainException(BAD_REQUEST, "");
    }
  }

  private static void write(HttpServletResponse response, JsonObjectBuilder json)
      throws IOException {
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(json.build().toString());
  }
}
