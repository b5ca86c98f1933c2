package jp.careplan.exchange.rest;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.Set;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeSession;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.exchange.Versions;
import jp.careplan.exchange.Versions.Behind;
import jp.careplan.exchange.Versions.Elsewhere;
import jp.careplan.exchange.Versions.Standing;

/** 版: what became of the people of a transmission since it was sent; people by their place. */
@Path("transmissions/{id}/versions")
@Produces(MediaType.APPLICATION_JSON)
public class VersionResource {
  @Inject private Versions versions;
  @Inject private Caller caller;

  @GET
  public JsonObject versions(@PathParam("id") TransmissionId id) {
    OfficeSession by = caller.careSession();
    Set<Integer> differing = versions.differing(by, id);
    return ExchangeJson.object()
        .add(
            "people",
            ExchangeJson.array(
                versions.of(by, id), it -> standing(it, differing.contains(it.place()))))
        .add("behind", ExchangeJson.array(versions.behind(by, id), VersionResource::behind))
        .build();
  }

  private static JsonObject standing(Standing it, boolean differs) {
    return ExchangeJson.object()
        .add("place", it.place())
        .add("version", it.number())
        .add("versions", it.count())
        .add("deletes", it.deletes())
        .add("before", elsewhere(it.before()))
        .add("newest", elsewhere(it.newest()))
        .add("deletedBy", elsewhere(it.deletedBy()))
        .add("differsFromPlan", differs)
        .build();
  }

  private static JsonValue elsewhere(Optional<Elsewhere> of) {
    return of.<JsonValue>map(it ->
            ExchangeJson.object()
                .add("transmission", it.id().value())
                .add("place", it.place())
                .add("at", it.at().toString())
                .add("open", it.open())
                .build())
        .orElse(JsonValue.NULL);
  }

  private static JsonObject behind(Behind it) {
    return ExchangeJson.object()
        .add("partner", ExchangeJson.party(it.partner()))
        .add("people", it.people())
        .add("holds", it.holds().value())
        .build();
  }
}
