package jp.careplan.exchange.rest;

import jakarta.json.JsonObject;
import jp.careplan.exchange.MonthFigures;
import jp.careplan.exchange.MonthFigures.Partner;
import jp.careplan.exchange.MonthProofs.Proof;

/** A month's figures as JSON, under the names that a signed proof has. */
final class MonthProofJson {
  private MonthProofJson() {}

  static JsonObject proof(Proof it) {
    return ExchangeJson.object()
        .add("checkCode", it.code())
        .add("issuedAt", it.issuedAt().toString())
        .add("figures", figures(it.figures()))
        .build();
  }

  static JsonObject figures(MonthFigures it) {
    return ExchangeJson.object()
        .add("office", it.office().value())
        .add("officeName", it.officeName())
        .add("month", it.month().toString())
        .add("asOf", it.asOf().toString())
        .add("monthIsOver", it.over())
        .add("differentOffices", it.offices())
        .add("setsSent", it.sent())
        .add("setsSentAndReceived", it.arrived())
        .add("setsReceived", it.received())
        .add("partners", ExchangeJson.array(it.partners(), MonthProofJson::partner))
        .build();
  }

  private static JsonObject partner(Partner it) {
    return ExchangeJson.object()
        .add("office", it.number().value())
        .add("name", it.name())
        .add("setsSent", it.sent())
        .add("setsSentAndReceived", it.arrived())
        .add("setsReceived", it.received())
        .add("plans", it.plans())
        .add("results", it.results())
        .build();
  }
}
