package jp.careplan.exchange.rest;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import jp.careplan.application.Caller;
import jp.careplan.exchange.Mailboxes;
import jp.careplan.exchange.ReceiptReading;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.exchange.internal.transfer.Bundle;
import jp.careplan.exchange.view.Papers;

/** 受付証: as it was signed, read and verified anew, and on paper. */
@Path("transmissions/{id}/receipt")
public class ReceiptResource {
  @Inject private Mailboxes mailboxes;
  @Inject private ReceiptReading receipts;
  @Inject private Papers papers;
  @Inject private Caller caller;

  @GET
  @Produces("application/pkcs7-mime")
  public Response receipt(@PathParam("id") TransmissionId id) {
    return Response.ok(mailboxes.receipt(caller.careSession(), id).cms())
        .header(HttpHeaders.CONTENT_DISPOSITION, Bundle.disposition(id + ".p7m"))
        .build();
  }

  @GET
  @Path("reading")
  @Produces(MediaType.APPLICATION_JSON)
  public JsonObject reading(@PathParam("id") TransmissionId id) {
    var opened = receipts.open(caller.careSession(), id);
    return ExchangeJson.object()
        .add("receiptNumber", opened.receipt().number())
        .add("sentAt", opened.receipt().sentAt().toString())
        .add("contentHash", opened.receipt().contentHash())
        .add(
            "signer",
            ExchangeJson.text(opened.signer().map(it -> it.getSubjectX500Principal().getName())))
        .add("signed", signed(opened.text()))
        .build();
  }

  private static JsonValue signed(String text) {
    if (text.isEmpty()) {
      return JsonValue.NULL;
    }
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  @GET
  @Path("paper")
  @Produces("application/pdf")
  public Response paper(@PathParam("id") TransmissionId id) {
    return Pdf.answer(papers.receipt(caller.careSession(), id), "receipt-" + id);
  }
}
