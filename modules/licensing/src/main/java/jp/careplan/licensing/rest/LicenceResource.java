package jp.careplan.licensing.rest;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Optional;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeSession;
import jp.careplan.licensing.Entitlement;
import jp.careplan.licensing.LicenseStatus.Ended;
import jp.careplan.licensing.LicenseStatus.None;
import jp.careplan.licensing.LicenseStatus.Running;
import jp.careplan.licensing.LicenseStatus.Suspended;
import jp.careplan.licensing.Licensing;
import jp.careplan.licensing.Licensing.Overview;
import jp.careplan.licensing.Licensing.Period;

/** ライセンス: to look at alone. What costs money is decided by a person, on the page 利用状況. */
@Path("licence")
@Produces(MediaType.APPLICATION_JSON)
public class LicenceResource {
  @Inject private Licensing licensing;
  @Inject private Entitlement entitlement;
  @Inject private Caller caller;

  @GET
  public JsonObject licence() {
    OfficeSession by = caller.careSession();
    Overview overview = licensing.overviewOf(by.office());
    var periods = Json.createArrayBuilder();
    overview.periods().forEach(it -> periods.add(json(it)));
    var answer = Json.createObjectBuilder();
    switch (overview.status()) {
      case None none -> answer.add("state", "NONE").addNull("until");
      case Running(var until, var free) -> answer.add("state", "RUNNING").add("until", text(until));
      case Ended(var since) -> answer.add("state", "ENDED").add("until", text(since));
      case Suspended(var since) -> answer.add("state", "SUSPENDED").addNull("until");
    }
    return answer
        .add("consentMissing", entitlement.isConsentMissing(by.office()))
        .add("renewsByItself", overview.autoRenewal())
        .add(
            "renewableFrom",
            overview.renewableFrom().map(LicenceResource::text).orElse(JsonValue.NULL))
        .add("next", overview.next().<JsonValue>map(LicenceResource::json).orElse(JsonValue.NULL))
        .add("periods", periods)
        .build();
  }

  private static JsonValue text(LocalDate day) {
    return Json.createValue(day.toString());
  }

  private static JsonObject json(Period it) {
    return Json.createObjectBuilder()
        .add("from", it.days().from().toString())
        .add("until", it.days().until().toString())
        .add("yen", it.yen())
        .add(
            "campaign",
            Optional.of(it.campaign())
                .filter(name -> !name.isEmpty())
                .<JsonValue>map(Json::createValue)
                .orElse(JsonValue.NULL))
        .build();
  }
}
