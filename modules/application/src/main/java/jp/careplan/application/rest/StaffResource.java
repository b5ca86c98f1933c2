package jp.careplan.application.rest;

import static jp.careplan.kernel.KernelProblem.BAD_REQUEST;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import jp.careplan.application.Caller;
import jp.careplan.application.Rights;
import jp.careplan.application.StaffRole;
import jp.careplan.application.StaffUsers;
import jp.careplan.application.StaffUsers.Description;
import jp.careplan.application.StaffUsers.Entry;
import jp.careplan.application.StaffUsers.Invitation;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.ServiceKind;
import jp.careplan.kernel.UserId;
import org.jspecify.annotations.Nullable;

/** 職員; for administrators. Their passwords and passkeys are theirs alone. */
@Path("staff")
@Produces(MediaType.APPLICATION_JSON)
public class StaffResource {
  @Inject private StaffUsers staff;
  @Inject private Caller caller;

  /** Those who were removed last. */
  @GET
  public JsonObject list() {
    var items = Json.createArrayBuilder();
    staff.all(caller.careSession()).forEach(it -> items.add(json(it)));
    return Json.createObjectBuilder().add("items", items).build();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response invite(JsonObject body) {
    Invitation made = staff.invite(caller.careSession(), description(body));
    return Response.status(Response.Status.CREATED).entity(json(made)).build();
  }

  /** In place of what was decided before. */
  @PUT
  @Path("{staff}")
  @Consumes(MediaType.APPLICATION_JSON)
  public void change(@PathParam("staff") String user, JsonObject body) {
    staff.change(caller.careSession(), new UserId(user), description(body));
  }

  /** A new invitation; the one before is void. */
  @POST
  @Path("{staff}/invitation")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response inviteAgain(@PathParam("staff") String user, JsonObject body) {
    boolean onPaper = body.getBoolean("onPaper", false);
    Invitation made = staff.inviteAgain(caller.careSession(), new UserId(user), onPaper);
    return Response.status(Response.Status.CREATED).entity(json(made)).build();
  }

  @DELETE
  @Path("{staff}")
  public void remove(@PathParam("staff") String user) {
    staff.remove(caller.careSession(), new UserId(user));
  }

  private static Description description(JsonObject body) {
    String role = Members.text(body, "role");
    StaffRole known =
        Arrays.stream(StaffRole.values())
            .filter(it -> it.name().equals(role))
            .findFirst()
            .orElseThrow(() -> new DomainException(BAD_REQUEST, "roleに使えるのはADMINISTRATOR、USERです。"));
    return new Description(
        Members.text(body, "name"),
        body.getString("mail", "").strip(),
        new Rights(known, kinds(body.get("serviceKinds"))));
  }

  /** None named: all of the office. */
  private static Set<ServiceKind> kinds(@Nullable JsonValue named) {
    if (named == null) {
      return Set.of();
    }
    if (named instanceof JsonArray array
        && array.stream().allMatch(it -> it instanceof JsonString)) {
      return array.getValuesAs(JsonString.class).stream()
          .map(it -> new ServiceKind(it.getString()))
          .collect(Collectors.toSet());
    }
    throw new DomainException(BAD_REQUEST, "serviceKindsは、サービス種類コードの並びです。");
  }

  private static JsonObject json(Entry it) {
    Rights rights = it.description().rights();
    var kinds = Json.createArrayBuilder();
    rights.kinds().stream().map(ServiceKind::value).sorted().forEach(kinds::add);
    return Json.createObjectBuilder()
        .add("user", it.user().value())
        .add("name", it.description().name())
        .add("mail", it.description().mail())
        .add("role", rights.role().name())
        .add("serviceKinds", kinds)
        .add("state", it.state().name())
        .add("invitedUntil", Members.text(it.invitedUntil()))
        .add("lastSignInAt", Members.text(it.lastSignInAt()))
        .build();
  }

  private static JsonObject json(Invitation it) {
    return Json.createObjectBuilder()
        .add("user", it.user().value())
        .add("code", Members.text(it.code()))
        .add("until", it.until().toString())
        .build();
  }
}
