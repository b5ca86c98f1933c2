package jp.careplan.exchange.rest;

import static jp.careplan.kernel.KernelProblem.BAD_REQUEST;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jp.careplan.application.Caller;
import jp.careplan.exchange.Webhooks;
import jp.careplan.exchange.Webhooks.Added;
import jp.careplan.exchange.Webhooks.Hook;
import jp.careplan.kernel.DomainException;

/** What the office wants called when something new stands in its event list. */
@Path("webhooks")
@Produces(MediaType.APPLICATION_JSON)
public class WebhookResource {
  @Inject private Webhooks webhooks;
  @Inject private Caller caller;

  @GET
  public JsonObject list() {
    return ExchangeJson.object()
        .add(
            "items",
            ExchangeJson.array(webhooks.of(caller.careSession()), hook -> hook(hook).build()))
        .build();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(JsonObject body) {
    if (!(body.get("url") instanceof JsonString url)) {
      throw new DomainException(BAD_REQUEST, "urlがありません。");
    }
    Added added = webhooks.add(caller.careSession(), url.getString().strip());
    return Response.status(Response.Status.CREATED)
        .entity(hook(added.hook()).add("secret", added.secret()).build())
        .build();
  }

  @DELETE
  @Path("{webhook}")
  public void remove(@PathParam("webhook") String webhook) {
    webhooks.remove(caller.careSession(), webhook);
  }

  @POST
  @Path("{webhook}/resumption")
  public void resume(@PathParam("webhook") String webhook) {
    webhooks.resume(caller.careSession(), webhook);
  }

  @POST
  @Path("{webhook}/test")
  public JsonObject test(@PathParam("webhook") String webhook) {
    return ExchangeJson.object()
        .add("outcome", webhooks.test(caller.careSession(), webhook))
        .build();
  }

  private static JsonObjectBuilder hook(Hook it) {
    return ExchangeJson.object()
        .add("id", it.id())
        .add("url", it.url())
        .add("state", it.state().name())
        .add("madeAt", it.madeAt().toString())
        .add("tries", it.tries())
        .add("failingSince", ExchangeJson.text(it.failingSince()))
        .add("lastAt", ExchangeJson.text(it.lastAt()))
        .add("lastOutcome", it.lastOutcome());
  }
}
