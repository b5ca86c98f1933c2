package jp.careplan.application.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.util.Optional;
import jp.careplan.application.Caller;
import jp.careplan.application.JoinedOffices;
import jp.careplan.application.JoinedOffices.Listed;
import jp.careplan.application.JoinedOffices.Page;
import jp.careplan.application.JoinedOffices.Query;
import jp.careplan.application.view.DirectoryTable;
import jp.careplan.kernel.ServiceKind;

/** The offices that take part, for care software that looks a partner up. */
@Path("directory")
@Produces(MediaType.APPLICATION_JSON)
public class DirectoryResource {
  @Inject private JoinedOffices offices;
  @Inject private DirectoryTable table;
  @Inject private Caller caller;

  @GET
  public JsonObject search(
      @QueryParam("q") @DefaultValue("") String words,
      @QueryParam("prefecture") @DefaultValue("") String prefecture,
      @QueryParam("kind") @DefaultValue("") String kind,
      @QueryParam("cursor") @DefaultValue("") String cursor,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    caller.careSession();
    Page page =
        offices.search(
            new Query(words, prefecture, kind),
            Optional.of(cursor).filter(it -> !it.isEmpty()),
            limit);
    var items = Json.createArrayBuilder();
    page.items().forEach(office -> items.add(json(office)));
    return Json.createObjectBuilder()
        .add("items", items)
        .add("next", page.next().<JsonValue>map(Json::createValue).orElse(JsonValue.NULL))
        .build();
  }

  /** All that is looked for; JSON where nobody says what is wanted. */
  @GET
  @Produces("text/csv;charset=UTF-8;qs=0.5")
  public Response table(
      @QueryParam("q") @DefaultValue("") String words,
      @QueryParam("prefecture") @DefaultValue("") String prefecture,
      @QueryParam("kind") @DefaultValue("") String kind) {
    caller.careSession();
    StreamingOutput body =
        out -> {
          var writer = new OutputStreamWriter(out, UTF_8);
          table.write(new Query(words, prefecture, kind), writer);
          writer.flush();
        };
    return Response.ok(body, "text/csv;charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"directory.csv\"")
        .build();
  }

  private static JsonObject json(Listed office) {
    var kinds = Json.createArrayBuilder();
    office.kinds().stream().map(ServiceKind::value).sorted().forEach(kinds::add);
    return Json.createObjectBuilder()
        .add("number", office.number().value())
        .add("name", office.name())
        .add("prefecture", office.number().value().substring(0, 2))
        .add("serviceKinds", kinds)
        .add("joinedOn", office.joinedOn().toString())
        .add("active", office.active())
        .build();
  }
}
