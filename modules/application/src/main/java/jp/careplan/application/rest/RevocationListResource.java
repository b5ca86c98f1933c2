package jp.careplan.application.rest;

import static jp.careplan.kernel.KernelProblem.NOT_FOUND;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jp.careplan.application.RevocationPublishing;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.PublicDoor;

/** 失効リスト, for anyone. */
@PublicDoor
@Path("crl")
public class RevocationListResource {
  @Inject private RevocationPublishing publishing;

  @GET
  @Path("{issuer}")
  @Produces("application/pkix-crl")
  public Response list(@PathParam("issuer") String issuer) {
    byte[] der =
        publishing
            .list(issuer.endsWith(".crl") ? issuer.substring(0, issuer.length() - 4) : issuer)
            .orElseThrow(() -> new DomainException(NOT_FOUND, ""));
    return Response.ok(der).header(HttpHeaders.CACHE_CONTROL, "public, max-age=60").build();
  }
}
