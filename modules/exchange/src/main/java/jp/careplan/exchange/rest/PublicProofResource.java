package jp.careplan.exchange.rest;

import static jp.careplan.exchange.ExchangeProblem.NO_SUCH_PROOF;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jp.careplan.exchange.MonthProofs;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.PublicDoor;

/** A month's proof for whoever has its check code; what was signed, nothing of a person. */
@PublicDoor
@Path("proofs/{code}")
@Produces(MediaType.APPLICATION_JSON)
public class PublicProofResource {
  @Inject private MonthProofs proofs;

  @GET
  public JsonObject find(@PathParam("code") String code) {
    return proofs
        .find(code)
        .map(MonthProofJson::proof)
        .orElseThrow(() -> new DomainException(NO_SUCH_PROOF, ""));
  }
}
