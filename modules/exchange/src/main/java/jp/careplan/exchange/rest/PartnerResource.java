package jp.careplan.exchange.rest;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeSession;
import jp.careplan.exchange.Inviting;
import jp.careplan.exchange.Partners;
import jp.careplan.exchange.Partners.Keeping;
import jp.careplan.exchange.Partners.Partner;
import jp.careplan.exchange.view.Papers;
import jp.careplan.exchange.view.PartnerTable;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ServiceKind;
import org.jspecify.annotations.Nullable;

/** 連携先: whom the office exchanges with, and what it keeps about them. */
@Path("partners")
@Produces(MediaType.APPLICATION_JSON)
public class PartnerResource {
  private static final int MOST = 200;

  @Inject private Partners partners;
  @Inject private Inviting inviting;
  @Inject private Papers papers;
  @Inject private PartnerTable table;
  @Inject private Caller caller;

  @GET
  public JsonObject page(
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    Optional<PartnerCursor> after = Optional.ofNullable(cursor).map(PartnerCursor::read);
    int most = Math.clamp(limit, 1, MOST);
    List<Partner> found =
        partners.of(caller.careSession()).stream()
            .filter(it -> after.isEmpty() || PartnerCursor.of(it).compareTo(after.get()) > 0)
            .limit(most + 1L)
            .toList();
    List<Partner> shown = found.subList(0, Math.min(most, found.size()));
    return ExchangeJson.object()
        .add("items", ExchangeJson.array(shown, PartnerResource::json))
        .add(
            "next",
            ExchangeJson.text(
                Optional.of(shown)
                    .filter(it -> found.size() > most)
                    .map(it -> PartnerCursor.of(it.getLast()).toString())))
        .build();
  }

  @GET
  @Produces(Table.SECOND)
  public Response table() {
    OfficeSession by = caller.careSession();
    return Table.answer("partners", out -> table.write(by, out));
  }

  @GET
  @Path("{number}")
  public JsonObject one(@PathParam("number") String number) {
    return json(partners.find(caller.careSession(), new OfficeNumber(number)));
  }

  /** What is left out becomes as usual. */
  @PUT
  @Path("{number}")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject keep(@PathParam("number") String number, JsonObject body) {
    OfficeSession by = caller.careSession();
    var partner = new OfficeNumber(number);
    partners.keep(
        by,
        partner,
        new Keeping(
            body.getString("called", ""),
            body.getBoolean("favourite", false),
            body.getString("note", ""),
            body.getString("startMonth", ""),
            body.getInt("resultDay", Partners.USUAL_RESULT_DAY)));
    return json(partners.find(by, partner));
  }

  /** Exchanges and their partner stay; what was kept about it goes. */
  @DELETE
  @Path("{number}")
  public void forget(@PathParam("number") String number) {
    partners.forget(caller.careSession(), new OfficeNumber(number));
  }

  /** さそい by mail, or the note that one went out on paper. */
  @POST
  @Path("{number}/invitation")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject invite(@PathParam("number") String number, JsonObject body) {
    OfficeSession by = caller.careSession();
    var partner = new OfficeNumber(number);
    switch (JsonBody.one(body, "way", InvitationWay.class)) {
      case MAIL -> inviting.mail(by, partner, JsonBody.text(body, "mail"));
      case PAPER -> inviting.invite(by, partner);
    }
    return ExchangeJson.object()
        .add("partner", json(partners.find(by, partner)))
        .add("mailsLeft", inviting.mailsLeft(by))
        .build();
  }

  /** Cover for a FAX and letter. */
  @GET
  @Path("{number}/invitation/letter")
  @Produces("application/pdf")
  public Response letter(@PathParam("number") String number) {
    var partner = new OfficeNumber(number);
    return Pdf.answer(papers.invitation(caller.careSession(), partner), "invitation-" + partner);
  }

  /** How an invitation reaches the partner. */
  private enum InvitationWay {
    MAIL,
    PAPER
  }

  private static JsonObject json(Partner it) {
    var kinds = it.kinds().stream().map(ServiceKind::value).sorted().toList();
    return ExchangeJson.object()
        .add("number", it.number().value())
        .add("name", it.name())
        .add("serviceKinds", ExchangeJson.strings(kinds))
        .add("state", it.state().name())
        .add("joinedOn", ExchangeJson.text(it.joinedOn()))
        .add("lastSent", ExchangeJson.text(it.lastSent()))
        .add("lastArrived", ExchangeJson.text(it.lastArrived()))
        .add("invitedAt", ExchangeJson.text(it.invitedAt()))
        .add("software", ExchangeJson.text(it.software()))
        .add("called", it.keeping().called())
        .add("favourite", it.keeping().favourite())
        .add("note", it.keeping().note())
        .add("startMonth", month(it.keeping()))
        .add("resultDay", it.keeping().resultDay())
        .build();
  }

  private static JsonValue month(Keeping keeping) {
    return ExchangeJson.text(Optional.of(keeping.startMonth()).filter(it -> !it.isEmpty()));
  }
}
