package jp.careplan.exchange.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jp.careplan.exchange.internal.paper.FormPaper;
import jp.careplan.exchange.internal.transfer.Bundle;

/** Paper as an answer. */
final class Pdf {
  private Pdf() {}

  static Response answer(byte[] pdf, String name) {
    return named(Response.ok(pdf), name);
  }

  /** Written while it goes out, and closed with it. */
  static Response answer(FormPaper paper, String name) {
    StreamingOutput body =
        out -> {
          try (paper) {
            paper.writeTo(out);
          }
        };
    return named(Response.ok(body), name);
  }

  private static Response named(Response.ResponseBuilder answer, String name) {
    return answer
        .header(HttpHeaders.CONTENT_DISPOSITION, Bundle.disposition(name + ".pdf"))
        .build();
  }
}
