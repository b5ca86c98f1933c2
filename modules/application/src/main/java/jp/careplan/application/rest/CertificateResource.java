package jp.careplan.application.rest;

import static jp.careplan.kernel.KernelProblem.BAD_REQUEST;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.careplan.application.Enrolling;
import jp.careplan.application.Enrolling.Enrolled;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.PublicDoor;

/** Enrolment (電子証明書の発行): before it there is no certificate to come with. */
@PublicDoor
@Path("certificates")
@Produces(MediaType.APPLICATION_JSON)
public class CertificateResource {
  private static final int PEM_LINE = 64;

  @Inject private Enrolling enrolling;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response enroll(JsonObject body) {
    var applicant =
        new Enrolling.Applicant(
            text(body, "userId"),
            text(body, "issuePassword"),
            optional(body, "terminalName").orElse(""),
            optional(body, "renews"));
    Enrolled enrolled =
        enrolling.enroll(applicant, text(body, "request").getBytes(StandardCharsets.US_ASCII));
    X509Certificate certificate = enrolled.chain().getFirst();
    return Response.status(Response.Status.CREATED)
        .entity(
            Json.createObjectBuilder()
                .add(
                    "terminal",
                    Json.createObjectBuilder()
                        .add("id", enrolled.terminalId())
                        .add("name", enrolled.terminalName()))
                .add("until", certificate.getNotAfter().toInstant().toString())
                .add("chain", pem(enrolled))
                .build())
        .build();
  }

  private static String pem(Enrolled enrolled) {
    var base64 = Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'});
    return enrolled.chain().stream()
        .map(it ->
            "-----BEGIN CERTIFICATE-----\n"
                + base64.encodeToString(der(it))
                + "\n-----END CERTIFICATE-----\n")
        .collect(Collectors.joining());
  }

  private static byte[] der(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Optional<String> optional(JsonObject body, String member) {
    return body.get(member) instanceof JsonString value && !value.getString().isBlank()
        ? Optional.of(value.getString())
        : Optional.empty();
  }

  private static String text(JsonObject body, String member) {
    return optional(body, member)
        .orElseThrow(() -> new DomainException(BAD_REQUEST, member + "がありません。"));
  }
}
