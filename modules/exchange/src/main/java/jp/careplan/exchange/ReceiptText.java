package jp.careplan.exchange;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** The JSON that a receipt signs: IDs, offices, manifest, times; nothing personal. */
final class ReceiptText {
  private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

  private ReceiptText() {}

  static byte[] write(
      SendingOffer offer,
      String receiptNumber,
      SealedUnit unit,
      String contentHash,
      Instant sentAt) {
    var out = new ByteArrayOutputStream();
    try (JsonGenerator json = GENERATORS.createGenerator(out, StandardCharsets.UTF_8)) {
      json.writeStartObject()
          .write("receiptNumber", receiptNumber)
          .write("transmission", offer.id().value())
          .write("sender", unit.sender().number().value())
          .write("recipient", unit.recipient().number().value())
          .write("unit", unit.unit())
          .write("sequence", unit.sequence())
          .write("serviceMonth", unit.serviceMonth())
          .write("contentHash", contentHash)
          .write("manifest", offer.manifest())
          .write("signedBySender", offer.signature().isPresent())
          .write("sentAt", sentAt.toString())
          .writeEnd();
    }
    return out.toByteArray();
  }
}
