package jp.careplan.exchange.rest;

import static jp.careplan.kernel.KernelProblem.BAD_REQUEST;

import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import jp.careplan.application.Caller;
import jp.careplan.exchange.Retention;
import jp.careplan.exchange.Retention.Choice;
import jp.careplan.exchange.Retention.Ending;
import jp.careplan.exchange.Retention.Endings;
import jp.careplan.kernel.DomainException;
import org.jspecify.annotations.Nullable;

/** 保存期間: what the office chose, and what goes soon. */
@Path("retention")
@Produces(MediaType.APPLICATION_JSON)
public class RetentionResource {
  @Inject private Retention retention;
  @Inject private Caller caller;

  @GET
  public JsonObject choice() {
    return choice(retention.choice(caller.careSession()));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject choose(JsonObject body) {
    if (!(body.get("years") instanceof JsonNumber years) || !years.isIntegral()) {
      throw new DomainException(BAD_REQUEST, "yearsは整数です。");
    }
    retention.choose(caller.careSession(), years.intValue());
    return choice();
  }

  @GET
  @Path("ending")
  public JsonObject ending(@QueryParam("cursor") @Nullable String cursor) {
    Endings found = retention.ending(caller.careSession(), Optional.ofNullable(cursor));
    return ExchangeJson.object()
        .add("items", ExchangeJson.array(found.items(), RetentionResource::ending))
        .add("next", ExchangeJson.text(found.next()))
        .build();
  }

  private static JsonObject choice(Choice it) {
    return ExchangeJson.object()
        .add("years", it.years())
        .add("least", it.least())
        .add("most", it.most())
        .add("chosen", it.chosen())
        .build();
  }

  private static JsonObject ending(Ending it) {
    return ExchangeJson.object()
        .add("transmission", it.summary().id().value())
        .add("own", it.own())
        .add("state", it.summary().status().name())
        .add("endsOn", it.endsOn().toString())
        .build();
  }
}
