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
import java.time.Clock;
import jp.careplan.application.Caller;
import jp.careplan.application.PasskeyChecking;
import jp.careplan.application.PasskeySigningIn;
import jp.careplan.application.Passkeys;
import jp.careplan.application.SignedIn;
import jp.careplan.application.page.JsonAnswer;
import jp.careplan.application.page.PageLock;
import jp.careplan.kernel.DomainException;

/** What the page's script asks for a passkey, and what it brings back. */
@WebServlet({PasskeyServlet.REGISTRATION, PasskeyServlet.SIGN_IN, PasskeyServlet.LOCK})
public class PasskeyServlet extends HttpServlet {
  static final String REGISTRATION = "/account/passkey-registration";
  static final String SIGN_IN = "/account/passkey-sign-in";

  /** Not behind the lock, which it opens. */
  static final String LOCK = "/session/passkey";

  private static final long serialVersionUID = 1L;

  @Inject private transient Passkeys passkeys;
  @Inject private transient PasskeySigningIn signingIn;
  @Inject private transient PasskeyChecking checking;
  @Inject private transient Caller caller;
  @Inject private transient PageLock lock;
  @Inject private transient Clock clock;
  @Inject private transient PageLogin login;
  @Inject private transient Entrance entrance;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean asks = "ask".equals(request.getParameter("step"));
    try {
      JsonAnswer.write(
          response,
          switch (request.getServletPath()) {
            case SIGN_IN -> asks ? question() : leading(signIn(request, response));
            case LOCK -> asks ? questionAgain() : unlock(request);
            default -> asks ? invitation(request) : leading(register(request));
          });
    } catch (DomainException e) {
      JsonAnswer.refuse(response, e);
    }
  }

  private JsonObjectBuilder question() {
    PasskeySigningIn.Question asked = signingIn.ask();
    return Json.createObjectBuilder()
        .add("challenge", asked.challenge())
        .add("relyingParty", asked.relyingParty());
  }

  private JsonObjectBuilder questionAgain() {
    PasskeyChecking.Question asked = checking.ask(caller.session());
    return Json.createObjectBuilder()
        .add("challenge", asked.challenge())
        .add("relyingParty", asked.relyingParty())
        .add("known", Json.createArrayBuilder(asked.known()));
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

  /** The page stays where it is. */
  private JsonObjectBuilder unlock(HttpServletRequest request) throws IOException {
    checking.check(caller.session(), body(request).getString("answer", ""));
    lock.open(clock.instant());
    return Json.createObjectBuilder();
  }

  private static JsonObjectBuilder leading(String to) {
    return Json.createObjectBuilder().add("to", to);
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
}
