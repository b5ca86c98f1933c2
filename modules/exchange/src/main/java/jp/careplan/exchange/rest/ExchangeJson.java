package jp.careplan.exchange.rest;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.careplan.exchange.CheckedUnit;
import jp.careplan.exchange.Doubt;
import jp.careplan.exchange.Finding;
import jp.careplan.exchange.Letter;
import jp.careplan.exchange.Mailboxes.Event;
import jp.careplan.exchange.Mailboxes.Overview;
import jp.careplan.exchange.Party;
import jp.careplan.exchange.Retention;
import jp.careplan.exchange.SendingOutcome.Accepted;
import jp.careplan.exchange.TransmissionDetail;
import jp.careplan.exchange.TransmissionSummary;
import jp.careplan.kernel.DomainException;
import org.jspecify.annotations.Nullable;

/** The shapes of {@code docs/api}. A finding's sighting is never written. */
final class ExchangeJson {
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  private ExchangeJson() {}

  static JsonObjectBuilder object() {
    return JSON.createObjectBuilder();
  }

  static <T> JsonArray array(List<T> items, Function<T, JsonObject> shape) {
    var array = JSON.createArrayBuilder();
    items.forEach(item -> array.add(shape.apply(item)));
    return array.build();
  }

  static JsonObject summary(TransmissionSummary it) {
    return summaryBuilder(it).build();
  }

  static JsonObject detail(TransmissionDetail it) {
    return summaryBuilder(it.summary())
        .add("files", array(it.files(), ExchangeJson::file))
        .add("events", array(it.history(), ExchangeJson::step))
        .add("findings", array(it.findings(), ExchangeJson::finding))
        .add("retention", kept(it.kept()))
        .build();
  }

  private static JsonObject kept(Retention.Kept it) {
    return object()
        .add("until", it.until().toString())
        .add("announced", it.announced())
        .add("purgedAt", text(it.purgedAt()))
        .build();
  }

  static JsonObject finding(Finding it) {
    return object()
        .add("file", it.file())
        .add("line", number(it.line()))
        .add("column", number(it.column()))
        .add("columnName", text(Optional.ofNullable(it.columnName())))
        .add("code", it.code())
        .add("severity", it.severity().name().toLowerCase(Locale.ROOT))
        .add("message", it.message())
        .add("remedy", it.remedy())
        .build();
  }

  /** A refusal that is one part of an answer. */
  static JsonObject problem(DomainException it) {
    var json =
        object()
            .add("code", it.code().code())
            .add("title", it.code().title())
            .add("detail", it.detail())
            .add("remedy", it.code().remedy());
    it.extensions().forEach((name, value) -> json.add(name, value(value)));
    return json.build();
  }

  private static JsonValue value(Object extension) {
    return switch (extension) {
      case JsonValue json -> json;
      case Boolean flag -> flag ? JsonValue.TRUE : JsonValue.FALSE;
      default -> Json.createValue(extension.toString());
    };
  }

  static JsonObject checked(CheckedUnit it) {
    return object()
        .add("sequence", text(it.sequence()))
        .add("unit", text(it.unit()))
        .add("verdict", it.isAccepted() ? "accepted" : "refused")
        .add("overridable", it.overridable())
        .add("sender", text(it.sender().map(party -> party.number().value())))
        .add("recipient", text(it.recipient().map(party -> party.number().value())))
        .add("recipientName", text(it.recipient().map(Party::name)))
        .add("serviceMonth", text(it.serviceMonth()))
        .add("people", it.people())
        .add("files", strings(it.files().stream().map(file -> file.name()).toList()))
        .add("findings", array(it.findings(), ExchangeJson::finding))
        .add("doubts", array(it.doubts(), ExchangeJson::doubt))
        .build();
  }

  static JsonObject doubt(Doubt it) {
    return object()
        .add("code", it.sign().name())
        .add("message", it.words())
        .add("remedy", it.remedy())
        .build();
  }

  static JsonObject accepted(Accepted it) {
    return object()
        .add("id", it.id().value())
        .add("receiptNumber", it.receipt().number())
        .add("sentAt", it.receipt().sentAt().toString())
        .add("contentHash", it.receipt().contentHash())
        .add("recipient", party(it.recipient()))
        .add("unit", it.unit())
        .add("receipt", Base64.getEncoder().encodeToString(it.receipt().cms()))
        .add("findings", array(it.findings(), ExchangeJson::finding))
        .build();
  }

  static JsonObject event(Event it) {
    return object()
        .add("number", it.number())
        .add("type", it.reached().name())
        .add("transmission", it.transmission().value())
        .add("at", it.at().toString())
        .build();
  }

  static JsonObject overview(Overview it) {
    return object()
        .add("unread", it.unread())
        .add("notReceived", it.notReceived())
        .add("sentToday", it.sentToday())
        .add("importFailed", it.importFailed())
        .build();
  }

  static JsonValue text(Optional<?> value) {
    return value.<JsonValue>map(it -> Json.createValue(it.toString())).orElse(JsonValue.NULL);
  }

  private static JsonObjectBuilder summaryBuilder(TransmissionSummary it) {
    return object()
        .add("id", it.id().value())
        .add("inboxNumber", it.inboxNumber())
        .add("state", it.status().name())
        .add("sender", party(it.sender()))
        .add("recipient", party(it.recipient()))
        .add("unit", it.unit())
        .add("kind", it.kind())
        .add("serviceMonth", text(it.serviceMonth()))
        .add("sequence", it.sequence())
        .add("people", it.people())
        .add("fileCount", it.fileCount())
        .add("bytes", it.bytes())
        .add("receiptNumber", it.receiptNumber())
        .add("signedBySender", it.signedBySender())
        .add("newerPeople", it.changed().newer())
        .add("deletedPeople", it.changed().deleted())
        .add("sentAt", it.sentAt().toString())
        .add("receivedAt", text(it.receivedAt()))
        .add("downloadedAt", text(it.downloadedAt()))
        .add("withdrawnAt", text(it.withdrawnAt()))
        .add("withdrawalReason", text(it.withdrawalReason()))
        .add("reason", text(it.reason()))
        .add("frozenAt", text(it.frozenAt()))
        .add("erasedAt", text(it.erasedAt()))
        .add("importReportedAt", text(it.importReportedAt()))
        .add("importMessage", text(it.importMessage()))
        .add("message", it.message().map(ExchangeJson::mark).orElse(JsonValue.NULL));
  }

  private static JsonValue mark(TransmissionSummary.MessageMark it) {
    return object()
        .add("attachments", it.attachments())
        .add("readAt", text(it.readAt()))
        .add("readBy", text(it.readBy()))
        .build();
  }

  static JsonObject letter(Letter it) {
    return object()
        .add("text", it.text())
        .add("attachments", array(it.attachments(), ExchangeJson::attachment))
        .build();
  }

  private static JsonObject attachment(Letter.Attachment it) {
    return object().add("file", it.file()).add("name", it.name()).build();
  }

  static JsonObject party(Party it) {
    return object()
        .add("number", it.number().value())
        .add("name", it.name())
        .add("serviceKind", it.serviceKind())
        .build();
  }

  private static JsonObject file(TransmissionDetail.File it) {
    return object()
        .add("name", it.name())
        .add("type", it.type())
        .add("typeName", it.typeName())
        .add("bytes", it.bytes())
        .add("records", it.records())
        .add("sha256", it.sha256())
        .add("downloadedAt", text(it.downloadedAt()))
        .build();
  }

  private static JsonObject step(TransmissionDetail.Step it) {
    return object()
        .add("state", it.reached().name())
        .add("at", it.at().toString())
        .add("office", it.office().value())
        .add("by", it.by())
        .add("message", it.message())
        .build();
  }

  static JsonArray strings(List<String> items) {
    return JSON.createArrayBuilder(items).build();
  }

  private static JsonValue number(@Nullable Integer value) {
    return value == null ? JsonValue.NULL : Json.createValue(value);
  }
}
