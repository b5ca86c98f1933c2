package jp.careplan.exchange.rest;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jp.careplan.application.Caller;
import jp.careplan.exchange.TakingAlong;
import jp.careplan.exchange.TakingAlong.Order;
import jp.careplan.exchange.internal.transfer.Bundle;

/** 持ち出し: order everything of the office, look how far it is, fetch it. */
@Path("takeouts")
@Produces(MediaType.APPLICATION_JSON)
public class TakeoutResource {
  @Inject private TakingAlong takingAlong;
  @Inject private Caller caller;

  @POST
  public Response order() {
    return Response.status(Response.Status.ACCEPTED)
        .entity(order(takingAlong.order(caller.careSession())))
        .build();
  }

  @GET
  public JsonObject list() {
    return ExchangeJson.object()
        .add(
            "items",
            ExchangeJson.array(takingAlong.of(caller.careSession()), TakeoutResource::order))
        .build();
  }

  @GET
  @Path("{takeout}")
  public JsonObject find(@PathParam("takeout") String takeout) {
    return order(takingAlong.find(caller.careSession(), takeout));
  }

  @GET
  @Path("{takeout}/zip")
  @Produces("application/zip")
  public Response fetch(@PathParam("takeout") String takeout) {
    TakingAlong.Zip zip = takingAlong.open(caller.careSession(), takeout);
    StreamingOutput body = zip::writeTo;
    return Response.ok(body)
        .header(HttpHeaders.CONTENT_DISPOSITION, Bundle.disposition("careplan-" + takeout + ".zip"))
        .build();
  }

  private static JsonObject order(Order it) {
    return ExchangeJson.object()
        .add("id", it.id())
        .add("state", it.state().name())
        .add("orderedAt", it.orderedAt().toString())
        .add("orderedBy", it.orderedBy())
        .add("done", it.done())
        .add("all", it.all())
        .add("bytes", it.bytes())
        .add("readyAt", ExchangeJson.text(it.readyAt()))
        .add("endsOn", ExchangeJson.text(it.endsOn()))
        .build();
  }
}
