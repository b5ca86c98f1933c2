package jp.careplan.exchange.rest;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import jp.careplan.exchange.CheckReport;
import jp.careplan.exchange.PublicChecking;
import jp.careplan.exchange.internal.paper.CheckPaper;
import jp.careplan.exchange.internal.transfer.Bundle;
import jp.careplan.exchange.internal.transfer.UploadReader;
import jp.careplan.kernel.PublicDoor;

/** The check without an account; keeps nothing. */
@PublicDoor
@Path("check")
public class PublicCheckResource {
  private static final MediaType PDF = new MediaType("application", "pdf");
  private static final List<Variant> SHAPES =
      Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, PDF).build();

  @Inject private PublicChecking checking;
  @Inject private CheckPaper paper;
  @Inject private UploadReader uploads;
  @Context private HttpServletRequest request;
  @Context private Request preferences;

  /** As JSON in the shape of the check on one's own computer, or as PDF for people. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces({MediaType.APPLICATION_JSON, "application/pdf"})
  public Response check() {
    CheckReport report = checking.check(request.getRemoteAddr(), uploads.read(request).files());
    Variant wanted = preferences.selectVariant(SHAPES);
    if (wanted != null && PDF.isCompatible(wanted.getMediaType())) {
      return Response.ok(paper.write(report), PDF)
          .header(
              HttpHeaders.CONTENT_DISPOSITION, Bundle.disposition("check-" + report.id() + ".pdf"))
          .build();
    }
    return Response.ok(report.json(), MediaType.APPLICATION_JSON_TYPE).build();
  }
}
