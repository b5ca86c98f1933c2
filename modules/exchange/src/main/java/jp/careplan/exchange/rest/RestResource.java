package jp.careplan.exchange.rest;

import static jp.careplan.kernel.KernelProblem.BAD_REQUEST;

import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeSession;
import jp.careplan.exchange.CheckedUnit;
import jp.careplan.exchange.Confirmation;
import jp.careplan.exchange.Sending;
import jp.careplan.exchange.SendingOffer;
import jp.careplan.exchange.SendingOutcome.Accepted;
import jp.careplan.exchange.SendingOutcome.AlreadySent;
import jp.careplan.exchange.SendingOutcome.Refused;
import jp.careplan.exchange.SendingOutcome.Unsure;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.exchange.Versions;
import jp.careplan.exchange.Versions.Behind;
import jp.careplan.kernel.DomainException;

/**
 * 残りにも送る: a changed plan to the other offices of its people that hold the version before. Who got
 * it is not behind any more, so a call that is repeated sends nothing twice.
 */
@Path("transmissions/{id}/rest")
@Produces(MediaType.APPLICATION_JSON)
public class RestResource {
  @Inject private Versions versions;
  @Inject private Sending sending;
  @Inject private Caller caller;

  /**
   * What is asked for.
   *
   * @param despite a reason to send although something is wrong
   */
  private record Wish(Set<String> to, Optional<String> despite, Confirmation confirmation) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject send(@PathParam("id") TransmissionId id, JsonObject body) {
    OfficeSession by = caller.careSession();
    List<Behind> behind = versions.behind(by, id);
    var wish = wish(body, behind);
    var files = versions.forTheRest(by, id, wish.to());
    List<CheckedUnit> units = files.isEmpty() ? List.of() : sending.check(by, files);
    return ExchangeJson.object()
        .add("units", ExchangeJson.array(units, unit -> sent(by, unit, wish)))
        .build();
  }

  private static Wish wish(JsonObject body, List<Behind> behind) {
    Set<String> to =
        body.containsKey("to")
            ? named(body.get("to"))
            : behind.stream().map(Behind::key).collect(Collectors.toSet());
    Optional<String> reason =
        Optional.of(body.getString("reason", "").strip()).filter(it -> !it.isEmpty());
    return new Wish(
        to, reason, body.getBoolean("confirmed", false) ? Confirmation.GIVEN : Confirmation.ASKED);
  }

  private static Set<String> named(JsonValue to) {
    if (!(to instanceof JsonArray array) || array.isEmpty()) {
      throw new DomainException(BAD_REQUEST, "toは、事業所の並びです。");
    }
    return array.stream().map(RestResource::key).collect(Collectors.toSet());
  }

  private static String key(JsonValue party) {
    if (party instanceof JsonObject it
        && it.get("number") instanceof JsonString number
        && it.get("serviceKind") instanceof JsonString kind) {
      return Behind.key(number.getString(), kind.getString());
    }
    throw new DomainException(BAD_REQUEST, "toには、numberとserviceKindが要ります。");
  }

  /** What fails stays with its reason; the rest goes. */
  private JsonObject sent(OfficeSession by, CheckedUnit unit, Wish wish) {
    var answer =
        ExchangeJson.object()
            .add(
                "recipient",
                unit.recipient().<JsonValue>map(ExchangeJson::party).orElse(JsonValue.NULL))
            .add("people", unit.people());
    try {
      return answer
          .add("accepted", ExchangeJson.accepted(send(by, unit, wish)))
          .add("problem", JsonValue.NULL)
          .build();
    } catch (DomainException e) {
      return answer.add("accepted", JsonValue.NULL).add("problem", ExchangeJson.problem(e)).build();
    }
  }

  private Accepted send(OfficeSession by, CheckedUnit unit, Wish wish) {
    var offer =
        new SendingOffer(
            TransmissionId.next(),
            SendingOffer.manifestOf(unit.files()),
            Optional.empty(),
            wish.despite(),
            false,
            unit.files(),
            wish.confirmation(),
            Optional.empty(),
            Optional.empty());
    return switch (sending.send(by, offer)) {
      case Accepted accepted -> accepted;
      case Refused refused -> throw new RefusedException(refused);
      case AlreadySent sent -> throw new RefusedException(sent);
      case Unsure unsure -> throw new RefusedException(unsure);
    };
  }
}
