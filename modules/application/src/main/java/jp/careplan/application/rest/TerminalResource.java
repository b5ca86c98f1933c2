package jp.careplan.application.rest;

import static jp.careplan.kernel.KernelProblem.BAD_REQUEST;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Arrays;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.RevocationReason;
import jp.careplan.application.TerminalEntry;
import jp.careplan.application.Terminals;
import jp.careplan.kernel.DomainException;

/** 端末と証明書; for administrators. A new certificate is asked for at the public listener. */
@Path("terminals")
@Produces(MediaType.APPLICATION_JSON)
public class TerminalResource {
  @Inject private Terminals terminals;
  @Inject private Caller caller;
  @Inject private Clock clock;

  /** All of the office, oldest first. */
  @GET
  public JsonObject list() {
    OfficeSession by = administrator();
    var items = Json.createArrayBuilder();
    terminals.registeredBy(by.office()).forEach(it -> items.add(json(it, by)));
    return Json.createObjectBuilder().add("most", terminals.most()).add("items", items).build();
  }

  /** 失効; whoever stops the terminal in use is signed out by it. */
  @POST
  @Path("{terminal}/revocation")
  @Consumes(MediaType.APPLICATION_JSON)
  public void revoke(@PathParam("terminal") String terminal, JsonObject body) {
    String said = Members.text(body, "reason");
    RevocationReason reason =
        Arrays.stream(RevocationReason.values())
            .filter(it -> it.name().equals(said))
            .findFirst()
            .orElseThrow(() -> new DomainException(BAD_REQUEST, "reasonを確かめてください。"));
    terminals.revoke(administrator(), terminal, reason);
  }

  private OfficeSession administrator() {
    OfficeSession by = caller.careSession();
    by.requireAdministrator();
    return by;
  }

  private JsonObject json(TerminalEntry it, OfficeSession by) {
    return Json.createObjectBuilder()
        .add("id", it.id())
        .add("name", it.name())
        .add("current", it.id().equals(by.terminalId()))
        .add("registeredAt", it.registeredAt().toString())
        .add("lastSeenAt", Members.text(it.lastSeenAt()))
        .add("usableUntil", Members.text(it.usableUntil(clock.instant())))
        .add("revokedAt", Members.text(it.revokedAt()))
        .build();
  }
}
