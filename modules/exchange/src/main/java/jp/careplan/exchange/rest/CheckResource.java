package jp.careplan.exchange.rest;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jp.careplan.application.Caller;
import jp.careplan.exchange.Sending;
import jp.careplan.exchange.internal.transfer.UploadReader;

/** The check as a send would make it, without keeping anything. */
@Path("checks")
@Produces(MediaType.APPLICATION_JSON)
public class CheckResource {
  @Inject private Sending sending;
  @Inject private Caller caller;
  @Inject private UploadReader uploads;
  @Context private HttpServletRequest request;

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public JsonObject check() {
    var units = sending.check(caller.careSession(), uploads.read(request).files());
    return ExchangeJson.object()
        .add("units", ExchangeJson.array(units, ExchangeJson::checked))
        .build();
  }
}
