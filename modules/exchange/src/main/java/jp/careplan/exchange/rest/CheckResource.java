package jp.careplan.exchange.rest;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import jp.careplan.application.Caller;
import jp.careplan.exchange.CheckedUnit;
import jp.careplan.exchange.Reading;
import jp.careplan.exchange.Sending;
import jp.careplan.exchange.internal.form.UnitForms;
import jp.careplan.exchange.internal.transfer.UploadReader;
import jp.careplan.exchange.view.FormPapers;

/** The check as a send would make it, without keeping anything. */
@Path("checks")
@Produces(MediaType.APPLICATION_JSON)
public class CheckResource {
  private static final JsonGeneratorFactory JSON = Json.createGeneratorFactory(Map.of());

  @Inject private Sending sending;
  @Inject private Caller caller;
  @Inject private UploadReader uploads;
  @Inject private FormPapers papers;
  @Context private HttpServletRequest request;

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public JsonObject check() {
    return ExchangeJson.object()
        .add("units", ExchangeJson.array(checked(), ExchangeJson::checked))
        .build();
  }

  /** The same with 帳票 of everybody, a person at a time; nothing of it is kept. */
  @POST
  @Path("forms")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response forms() {
    List<CheckedUnit> units = checked();
    StreamingOutput json = out -> write(units, out);
    return Response.ok(json, MediaType.APPLICATION_JSON_TYPE).build();
  }

  private List<CheckedUnit> checked() {
    return sending.check(caller.careSession(), uploads.read(request).files());
  }

  private static void write(List<CheckedUnit> units, OutputStream out) {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject().writeStartArray("units");
      for (CheckedUnit unit : units) {
        UnitForms forms = Reading.unsent(unit.files());
        json.writeStartObject().write("checked", ExchangeJson.checked(unit));
        json.writeStartArray("people");
        forms.people().forEach(person -> json.write(FormJson.of(person, forms)));
        json.writeEnd().write("unreadableFiles", ExchangeJson.strings(forms.broken())).writeEnd();
      }
      json.writeEnd().writeEnd();
    }
  }

  @POST
  @Path("forms")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces("application/pdf;qs=0.5")
  public Response paper() {
    List<UnitForms> units = checked().stream().map(it -> Reading.unsent(it.files())).toList();
    return Pdf.answer(papers.unsent(units), "check");
  }
}
