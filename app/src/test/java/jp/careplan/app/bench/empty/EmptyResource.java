package jp.careplan.app.bench.empty;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Takes a body in and answers nothing. */
@Path("/")
public class EmptyResource {
  /** The address is the one at which a node says that it is up. */
  @GET
  @Path("public/v1/receipt-signers")
  public String up() {
    return "up";
  }

  @POST
  @Path("empty")
  public Response swallow(byte[] body) {
    return body.length == 0
        ? Response.status(Response.Status.BAD_REQUEST).build()
        : Response.noContent().build();
  }
}
