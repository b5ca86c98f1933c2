package jp.careplan.application.rest;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumMap;
import java.util.Map;
import jp.careplan.application.Caller;
import jp.careplan.application.Introduction;
import jp.careplan.application.Introduction.Check;
import jp.careplan.application.Introduction.Source;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KernelProblem;

/** What a launcher found out about its PC (自己診断). */
@Path("diagnoses")
@Produces(MediaType.APPLICATION_JSON)
public class DiagnosisResource {
  @Inject private Introduction introduction;
  @Inject private Caller caller;

  /** Checks by name, with whether they passed; names that nobody knows are passed over. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public void keep(JsonObject found) {
    Map<Check, Boolean> checks = new EnumMap<>(Check.class);
    for (Check check : Check.values()) {
      if (found.containsKey(check.name())) {
        checks.put(check, found.get(check.name()).equals(JsonValue.TRUE));
      }
    }
    if (checks.isEmpty()) {
      throw new DomainException(KernelProblem.BAD_REQUEST, "確かめた項目がありません。");
    }
    introduction.diagnosed(caller.careSession(), Source.LAUNCHER, checks);
  }
}
