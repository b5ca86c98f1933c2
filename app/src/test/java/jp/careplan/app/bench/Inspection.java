package jp.careplan.app.bench;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.SendingOffer;
import jp.careplan.kernel.Sha256;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;

/** Looks through the API whether what was receipted is there, whole and once. */
final class Inspection {
  private static final int PAGE = 200;

  private final Ledger ledger;
  private final Wire wire;

  Inspection(Ledger ledger, Wire wire) {
    this.ledger = ledger;
    this.wire = wire;
  }

  /** Every receipted unit once, nothing else, numbers from 1 without a gap. */
  void inbox(Seat recipient, List<Delivery> expected) throws IOException {
    List<String> found = new ArrayList<>();
    long next = 0;
    for (List<JsonValue> page = page(recipient, next);
        !page.isEmpty();
        page = page(recipient, next)) {
      for (JsonValue item : page) {
        JsonObject summary = item.asJsonObject();
        found.add(summary.getString("id"));
        long number = summary.getJsonNumber("inboxNumber").longValue();
        if (number != next + 1) {
          ledger.fault("inbox " + recipient.number() + ": " + number + " follows " + next);
        }
        next = number;
      }
    }
    Set<String> once = new HashSet<>(found);
    if (once.size() != found.size()) {
      ledger.fault("inbox " + recipient.number() + " shows a transmission twice");
    }
    expected.stream()
        .filter(delivery -> !once.remove(delivery.id().value()))
        .forEach(delivery -> ledger.fault("receipted but not in the inbox: " + delivery.id()));
    once.forEach(id -> ledger.fault("in the inbox without a receipt in hand: " + id));
  }

  private List<JsonValue> page(Seat recipient, long after) throws IOException {
    Wire.Answer answer =
        wire.call(
            Wire.Call.get("/api/v1/inbox?after=" + after + "&limit=" + PAGE, recipient.token()));
    return List.copyOf(Courier.json(answer).getJsonArray("items"));
  }

  /** The sender gets the same receipt again; the recipient receives the same bytes. */
  void delivery(Delivery delivery) throws IOException {
    repeat(delivery);
    receipt(delivery);
    String path = "/api/v1/transmissions/" + delivery.id();
    String token = delivery.route().recipient().token();
    Wire.Answer received =
        wire.call(
            new Wire.Call("POST", path + "/receiving", token, "application/json", new byte[0]));
    Wire.Answer bundle = wire.call(Wire.Call.get(path + "/bundle", token));
    if (received.status() != 200 || bundle.status() != 200) {
      ledger.fault(
          "cannot be received: " + delivery.id() + " " + received.status() + "/" + bundle.status());
    } else if (!isSame(delivery.route().files(delivery.unit()), unzip(bundle.body()))) {
      ledger.fault("other bytes than were sent: " + delivery.id());
    }
  }

  private void repeat(Delivery delivery) throws IOException {
    Wire.Answer again = wire.call(delivery.route().send(delivery.id(), delivery.unit()));
    if (again.status() != 200) {
      ledger.fault("a repeated call was answered " + again.status() + ": " + delivery.id());
      return;
    }
    JsonObject told = Courier.json(again);
    if (!told.getString("receipt").equals(delivery.receipt())
        || !told.getString("receiptNumber").equals(delivery.receiptNumber())) {
      ledger.fault("a repeated call gave another receipt: " + delivery.id());
    }
  }

  private void receipt(Delivery delivery) {
    String manifest = SendingOffer.manifestOf(delivery.route().files(delivery.unit()));
    try {
      var cms = new CMSSignedData(Base64.getDecoder().decode(delivery.receipt()));
      var signed = new String((byte[]) cms.getSignedContent().getContent(), StandardCharsets.UTF_8);
      if (!signed.contains(delivery.id().value()) || !signed.contains(Sha256.hex(manifest))) {
        ledger.fault("the receipt is for something else: " + delivery.id());
      }
    } catch (CMSException e) {
      ledger.fault("the receipt cannot be read: " + delivery.id());
    }
  }

  private static boolean isSame(List<OfferedFile> sent, Map<String, String> received) {
    Map<String, String> expected = new HashMap<>();
    sent.forEach(file -> expected.put(file.name(), file.sha256()));
    return expected.equals(received);
  }

  /** SHA-256 of each file by its name. */
  private static Map<String, String> unzip(byte[] bundle) throws IOException {
    Map<String, String> files = new HashMap<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), Sha256.hex(zip.readAllBytes()));
      }
    }
    return files;
  }
}
