package jp.careplan.application.rest;

import static jp.careplan.application.ApplicationProblem.NO_CERTIFICATE;
import static jp.careplan.kernel.KernelProblem.BAD_REQUEST;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import jp.careplan.application.Caller;
import jp.careplan.application.ClientCertificate;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeEntry;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.RunningSession;
import jp.careplan.application.RunningSessions;
import jp.careplan.application.SessionProfile;
import jp.careplan.application.SignedIn;
import jp.careplan.application.SigningIn;
import jp.careplan.application.Terminals;
import jp.careplan.kernel.DomainException;

/** Sign-in with certificate, user ID and password; sign-out. */
@Path("sessions")
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {
  @Inject private SigningIn signingIn;
  @Inject private RunningSessions sessions;
  @Inject private OfficeDirectory offices;
  @Inject private Terminals terminals;
  @Inject private SessionProfile profile;
  @Inject private Caller caller;
  @Inject private Clock clock;
  @Context private HttpServletRequest request;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response signIn(JsonObject body) {
    List<X509Certificate> chain = ClientCertificate.chainOf(request);
    if (chain.isEmpty()) {
      throw new DomainException(NO_CERTIFICATE, "");
    }
    SignedIn signedIn =
        signingIn.signIn(
            chain,
            new SigningIn.Credentials(
                text(body, "userId"), text(body, "password"), request.getRemoteAddr()));
    JsonObject answer = describe(signedIn.session()).add("token", signedIn.token()).build();
    return Response.status(Response.Status.CREATED).entity(answer).build();
  }

  @GET
  @Path("current")
  public JsonObject current() {
    return describe(caller.session()).build();
  }

  @DELETE
  @Path("current")
  public void signOut() {
    signingIn.signOut(caller.session());
  }

  /** All logins of whoever asks. */
  @GET
  public JsonObject all() {
    var items = Json.createArrayBuilder();
    sessions.of(caller.session()).forEach(it -> items.add(json(it)));
    return Json.createObjectBuilder().add("items", items).build();
  }

  /** One of them, and the pages that came out of it. */
  @DELETE
  @Path("{session}")
  public void end(@PathParam("session") String session) {
    sessions.end(caller.session(), session);
  }

  private JsonObject json(RunningSession it) {
    return Json.createObjectBuilder()
        .add("id", it.id())
        .add("door", it.door().name())
        .add("terminal", terminals.nameOf(it.terminalId()))
        .add("since", it.since().toString())
        .add("lastSeen", it.lastSeen().toString())
        .add("current", it.current())
        .build();
  }

  private JsonObjectBuilder describe(OfficeSession session) {
    SessionProfile.Licence licence = profile.licenceOf(session.office());
    JsonObjectBuilder licenceJson = Json.createObjectBuilder().add("state", licence.state());
    licence
        .until()
        .ifPresentOrElse(
            until -> licenceJson.add("until", until.toString()),
            () -> licenceJson.addNull("until"));
    return Json.createObjectBuilder()
        .add("userId", session.user().value())
        .add(
            "office",
            Json.createObjectBuilder()
                .add("number", session.office().value())
                .add("name", offices.find(session.office()).map(OfficeEntry::name).orElse("")))
        .add(
            "terminal",
            Json.createObjectBuilder()
                .add("id", session.terminalId())
                .add("name", terminals.nameOf(session.terminalId())))
        .add("expiresAt", session.endsAt().toString())
        .add("idleSeconds", Duration.between(clock.instant(), session.idleUntil()).toSeconds())
        .add("licence", licenceJson);
  }

  private static String text(JsonObject body, String member) {
    String value = body.getString(member, "");
    if (value.isEmpty()) {
      throw new DomainException(BAD_REQUEST, member + "がありません。");
    }
    return value;
  }
}
