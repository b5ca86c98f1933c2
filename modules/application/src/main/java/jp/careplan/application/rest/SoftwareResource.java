package jp.careplan.application.rest;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.ToldSoftware;
import jp.careplan.application.ToldSoftware.Told;

/** 介護ソフト that the office tells its partners of; for administrators. */
@Path("software")
@Produces(MediaType.APPLICATION_JSON)
public class SoftwareResource {
  @Inject private ToldSoftware software;
  @Inject private Caller caller;

  @GET
  public JsonObject told() {
    OfficeSession by = caller.careSession();
    by.requireAdministrator();
    return Json.createObjectBuilder()
        .add("told", software.of(by.office()).map(SoftwareResource::json).orElse(JsonValue.NULL))
        .build();
  }

  /** An empty name: nothing is told any more. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject tell(JsonObject body) {
    software.tell(
        caller.careSession(), Members.text(body, "name"), body.getString("edition", "").strip());
    return told();
  }

  private static JsonValue json(Told it) {
    return Json.createObjectBuilder()
        .add("name", it.name())
        .add("edition", it.edition())
        .add("at", it.at().toString())
        .build();
  }
}
