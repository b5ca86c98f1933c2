package jp.careplan.exchange;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import jp.careplan.exchange.MonthFigures.Partner;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.Sha256;

/** The JSON that a month's proof signs: offices and counts; nothing of a person. */
final class MonthProofText {
  private static final String KIND = "month-proof";

  private MonthProofText() {}

  static byte[] write(MonthFigures figures, String code) {
    return Json.createObjectBuilder()
        .add("kind", KIND)
        .add("checkCode", code)
        .add("asOf", figures.asOf().toString())
        .addAll(Json.createObjectBuilder(said(figures)))
        .build()
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The same for the same figures, whenever they were counted. */
  static String digest(MonthFigures figures) {
    return Sha256.hex(said(figures).toString());
  }

  private static JsonObject said(MonthFigures figures) {
    JsonArrayBuilder partners = Json.createArrayBuilder();
    figures.partners().forEach(partner -> partners.add(said(partner)));
    return Json.createObjectBuilder()
        .add("office", figures.office().value())
        .add("officeName", figures.officeName())
        .add("month", figures.month().toString())
        .add("monthIsOver", figures.over())
        .add("differentOffices", figures.offices())
        .add("setsSent", figures.sent())
        .add("setsSentAndReceived", figures.arrived())
        .add("setsReceived", figures.received())
        .add("partners", partners)
        .build();
  }

  private static JsonObjectBuilder said(Partner partner) {
    return Json.createObjectBuilder()
        .add("office", partner.number().value())
        .add("name", partner.name())
        .add("setsSent", partner.sent())
        .add("setsSentAndReceived", partner.arrived())
        .add("setsReceived", partner.received())
        .add("plans", partner.plans())
        .add("results", partner.results());
  }

  /** The check code in what was signed; empty where it is something else. */
  static String code(byte[] text) {
    try (var reader = Json.createReader(new ByteArrayInputStream(text))) {
      JsonObject json = reader.readObject();
      return json.getString("kind", "").equals(KIND) ? json.getString("checkCode", "") : "";
    }
  }

  /** Reads what {@link #write} wrote. */
  static MonthFigures read(byte[] text) {
    try (var reader = Json.createReader(new ByteArrayInputStream(text))) {
      JsonObject json = reader.readObject();
      List<Partner> partners =
          json.getJsonArray("partners").getValuesAs(JsonObject.class).stream()
              .map(MonthProofText::partner)
              .toList();
      return new MonthFigures(
          new OfficeNumber(json.getString("office")),
          json.getString("officeName"),
          YearMonth.parse(json.getString("month")),
          Instant.parse(json.getString("asOf")),
          json.getBoolean("monthIsOver"),
          partners);
    }
  }

  private static Partner partner(JsonObject json) {
    return new Partner(
        new OfficeNumber(json.getString("office")),
        json.getString("name"),
        json.getInt("setsSent"),
        json.getInt("setsSentAndReceived"),
        json.getInt("setsReceived"),
        json.getInt("plans"),
        json.getInt("results"));
  }
}
