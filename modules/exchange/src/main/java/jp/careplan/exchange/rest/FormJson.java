package jp.careplan.exchange.rest;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import jp.careplan.exchange.internal.form.Block;
import jp.careplan.exchange.internal.form.Cell;
import jp.careplan.exchange.internal.form.Form;
import jp.careplan.exchange.internal.form.Person;
import jp.careplan.exchange.internal.form.UnitForms;

/** 帳票 as JSON: the blocks that page and PDF are made of. */
final class FormJson {
  private FormJson() {}

  static JsonObject person(Person it) {
    return ExchangeJson.object()
        .add("place", it.position())
        .add("insurerNumber", it.key().insurerNumber())
        .add("insuredNumber", it.key().insuredNumber())
        .add("name", it.name())
        .add("kanaName", it.kanaName())
        .add("contents", ExchangeJson.strings(it.contents()))
        .build();
  }

  /** A person with all forms. */
  static JsonObject of(Person it, UnitForms unit) {
    return ExchangeJson.object()
        .add("person", person(it))
        .add("forms", forms(unit.forms(it)))
        .build();
  }

  static JsonArray forms(List<Form> forms) {
    return ExchangeJson.array(forms, FormJson::form);
  }

  private static JsonObject form(Form it) {
    return ExchangeJson.object()
        .add("number", it.number())
        .add("title", it.title())
        .add("blocks", ExchangeJson.array(it.blocks(), FormJson::block))
        .build();
  }

  private static JsonObject block(Block it) {
    JsonObjectBuilder json = ExchangeJson.object().add("title", it.title());
    switch (it) {
      case Block.Facts facts ->
          json.add("kind", "facts").add("facts", ExchangeJson.array(facts.facts(), FormJson::fact));
      case Block.Grid grid ->
          json.add("kind", "grid")
              .add("widths", widths(grid))
              .add("heads", grid.heads())
              .add("rows", rows(grid));
      case Block.Days days ->
          json.add("kind", "days").add("days", ExchangeJson.array(days.days(), FormJson::day));
      case Block.Remark remark -> json.add("kind", "remark").add("text", remark.text());
      case Block.Picture picture -> json.add("kind", "picture").add("picture", picture.position());
    }
    return json.build();
  }

  private static JsonObject fact(Block.Fact it) {
    return ExchangeJson.object()
        .add("label", it.label())
        .add("text", it.text())
        .add("readable", it.readable())
        .build();
  }

  private static JsonObject day(Block.Day it) {
    return ExchangeJson.object()
        .add("name", it.name())
        .add("lines", ExchangeJson.strings(it.lines()))
        .build();
  }

  private static JsonArrayBuilder widths(Block.Grid grid) {
    JsonArrayBuilder widths = Json.createArrayBuilder();
    grid.widths().forEach(widths::add);
    return widths;
  }

  private static JsonArrayBuilder rows(Block.Grid grid) {
    JsonArrayBuilder rows = Json.createArrayBuilder();
    grid.rows().forEach(row -> rows.add(ExchangeJson.array(row, FormJson::cell)));
    return rows;
  }

  private static JsonObject cell(Cell it) {
    return ExchangeJson.object()
        .add("text", it.text())
        .add("columns", it.columns())
        .add("rows", it.rows())
        .add("marks", ExchangeJson.strings(it.marks().stream().map(Enum::name).sorted().toList()))
        .build();
  }
}
