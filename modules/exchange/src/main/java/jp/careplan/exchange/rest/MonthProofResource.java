package jp.careplan.exchange.rest;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeSession;
import jp.careplan.exchange.MonthProofs;
import jp.careplan.exchange.internal.transfer.Bundle;
import jp.careplan.exchange.view.MonthProofPapers;
import jp.careplan.kernel.ServiceMonth;
import org.jspecify.annotations.Nullable;

/** 連携実績の証明書: the figures of a month, and the proofs issued of them; for administrators. */
@Path("month-proofs")
@Produces(MediaType.APPLICATION_JSON)
public class MonthProofResource {
  @Inject private MonthProofs proofs;
  @Inject private MonthProofPapers papers;
  @Inject private Caller caller;
  @Inject private Clock clock;

  @GET
  public JsonObject month(@QueryParam("month") @Nullable String month) {
    OfficeSession by = caller.careSession();
    YearMonth shown =
        Optional.ofNullable(month)
            .map(it -> ServiceMonth.parse(it).value())
            .orElseGet(() -> YearMonth.now(clock));
    return ExchangeJson.object()
        .add("figures", MonthProofJson.figures(proofs.figures(by, shown)))
        .add("issued", ExchangeJson.array(proofs.issued(by, shown), MonthProofJson::proof))
        .build();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject issue(JsonObject body) {
    YearMonth month = ServiceMonth.parse(JsonBody.text(body, "month")).value();
    return MonthProofJson.proof(proofs.issue(caller.careSession(), month));
  }

  @GET
  @Path("{code}/paper")
  @Produces("application/pdf")
  public Response paper(@PathParam("code") String code) {
    return Pdf.answer(papers.pdf(caller.careSession(), code), name(code));
  }

  @GET
  @Path("{code}/table")
  @Produces("text/csv;charset=UTF-8")
  public Response table(@PathParam("code") String code) {
    return named(papers.table(caller.careSession(), code), code, ".csv");
  }

  @GET
  @Path("{code}/signed")
  @Produces("application/pkcs7-mime")
  public Response signed(@PathParam("code") String code) {
    return named(proofs.save(caller.careSession(), code).cms(), code, ".p7m");
  }

  private static Response named(Object body, String code, String end) {
    return Response.ok(body)
        .header(HttpHeaders.CONTENT_DISPOSITION, Bundle.disposition(name(code) + end))
        .build();
  }

  private static String name(String code) {
    return "month-proof-" + code;
  }
}
