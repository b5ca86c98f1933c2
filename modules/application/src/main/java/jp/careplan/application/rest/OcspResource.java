package jp.careplan.application.rest;

import static jp.careplan.kernel.KernelProblem.BAD_REQUEST;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import jp.careplan.application.RevocationPublishing;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.PublicDoor;

/** OCSP (RFC 6960, appendix A), for anyone. */
@PublicDoor
@Path("ocsp")
@Produces("application/ocsp-response")
public class OcspResource {
  private static final int MOST_CHARACTERS = 8_192;

  @Inject private RevocationPublishing publishing;

  @POST
  @Consumes("application/ocsp-request")
  public byte[] ask(byte[] request) {
    return publishing.answer(request);
  }

  @GET
  @Path("{request: .+}")
  public Response ask(@PathParam("request") String request) {
    if (request.length() > MOST_CHARACTERS) {
      throw new DomainException(BAD_REQUEST, "");
    }
    byte[] der;
    try {
      der = Base64.getDecoder().decode(request);
    } catch (IllegalArgumentException e) {
      throw new DomainException(BAD_REQUEST, "");
    }
    return Response.ok(publishing.answer(der))
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
        .build();
  }
}
