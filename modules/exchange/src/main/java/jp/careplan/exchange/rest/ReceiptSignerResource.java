package jp.careplan.exchange.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jp.careplan.exchange.ReceiptSigners;
import jp.careplan.kernel.PublicDoor;

/** What anyone needs to verify a receipt without us. */
@PublicDoor
@Path("receipt-signers")
public class ReceiptSignerResource {
  @Inject private ReceiptSigners signers;

  @GET
  @Produces("application/x-pem-file")
  public String pem() {
    return signers.pem();
  }
}
