package jp.careplan.exchange.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import jp.careplan.exchange.internal.transfer.Bundle;

/** A list as an answer for spreadsheets; JSON where nobody says what is wanted. */
final class Table {
  static final String TYPE = "text/csv;charset=UTF-8";

  /** What a call says that gives a list both ways. */
  static final String SECOND = TYPE + ";qs=0.5";

  private Table() {}

  /** Writes a table. */
  interface Filling {
    void to(Writer out) throws IOException;
  }

  /** Written while it goes out. */
  static Response answer(String name, Filling filling) {
    StreamingOutput body =
        out -> {
          var writer = new OutputStreamWriter(out, UTF_8);
          filling.to(writer);
          writer.flush();
        };
    return Response.ok(body, TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION, Bundle.disposition(name + ".csv"))
        .build();
  }
}
