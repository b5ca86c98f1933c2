package jp.careplan.exchange.rest;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jp.careplan.application.Caller;
import jp.careplan.application.MailAddress;
import jp.careplan.application.OfficeSession;
import jp.careplan.exchange.ArrivalNotices;
import jp.careplan.exchange.ArrivalNotices.Order;
import jp.careplan.exchange.ArrivalNotices.Rhythm;

/** 着信のお知らせ: the mails that whoever is signed in ordered. */
@Path("notices")
@Produces(MediaType.APPLICATION_JSON)
public class NoticeResource {
  @Inject private ArrivalNotices notices;
  @Inject private Caller caller;

  @GET
  public JsonObject order() {
    var order = notices.of(caller.careSession());
    return ExchangeJson.object()
        .add("mail", ExchangeJson.text(order.map(Order::mail)))
        .add("rhythm", ExchangeJson.text(order.map(it -> it.rhythm().name())))
        .add("unreceivedDays", notices.unreceivedDays())
        .build();
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject order(JsonObject body) {
    OfficeSession by = caller.careSession();
    Rhythm rhythm = JsonBody.one(body, "rhythm", Rhythm.class);
    notices.order(by, new Order(new MailAddress(JsonBody.text(body, "mail")).value(), rhythm));
    return order();
  }

  @DELETE
  public void stop() {
    notices.stop(caller.careSession());
  }
}
