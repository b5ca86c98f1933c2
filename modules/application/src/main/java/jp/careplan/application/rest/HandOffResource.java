package jp.careplan.application.rest;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jp.careplan.application.Caller;
import jp.careplan.application.SigningIn;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** From the launcher into the browser. */
@Path("handoff")
@Produces(MediaType.APPLICATION_JSON)
public class HandOffResource {
  @Inject private SigningIn signingIn;
  @Inject private Caller caller;

  @Inject
  @ConfigProperty(name = "careplan.public-url")
  private String publicUrl;

  @POST
  public Response open() {
    SigningIn.HandOff handOff = signingIn.handOff(caller.careSession());
    return Response.status(Response.Status.CREATED)
        .entity(
            Json.createObjectBuilder()
                .add("url", publicUrl + "/enter?code=" + handOff.code())
                .add("expiresAt", handOff.expiresAt().toString())
                .build())
        .build();
  }
}
