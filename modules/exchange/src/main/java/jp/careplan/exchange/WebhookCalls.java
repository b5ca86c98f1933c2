package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import jp.careplan.exchange.internal.webhook.HookAddress;
import jp.careplan.exchange.internal.webhook.HookAddress.NotCalled;
import jp.careplan.exchange.internal.webhook.HookCall;
import jp.careplan.exchange.internal.webhook.HookCall.Answer;
import jp.careplan.exchange.internal.webhook.HookSignature;
import jp.careplan.exchange.internal.webhook.Reach;
import jp.careplan.kernel.DomainException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Calls what an office wants called; never inside a transaction. */
@ApplicationScoped
class WebhookCalls {
  private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "careplan.webhook.private-addresses")
  private Optional<String> privateAddresses;

  /** Refuses an address that is not called, with the reason. */
  void requireCallable(String url) {
    try {
      HookAddress.parse(url).checked(reach(), InetAddress::getAllByName);
    } catch (NotCalled e) {
      throw new DomainException(KeepingProblem.WEBHOOK_ADDRESS, String.valueOf(e.getMessage()));
    }
  }

  /** One call; the address is looked up and looked at anew each time. */
  Answer call(WebhookRows.Due due) {
    try {
      HookAddress address = HookAddress.parse(due.url());
      InetAddress to = address.checked(reach(), InetAddress::getAllByName);
      byte[] body = body(due);
      Map<String, String> headers =
          HookSignature.headers(address, body, due.id(), due.secret(), clock.instant());
      return new HookCall(PATIENCE).post(address, to, headers, body);
    } catch (NotCalled e) {
      return new Answer(false, "NOT_CALLED");
    }
  }

  private Reach reach() {
    return Reach.allowing(privateAddresses.orElse(""));
  }

  private static byte[] body(WebhookRows.Due due) {
    var out = new ByteArrayOutputStream();
    try (JsonGenerator json = GENERATORS.createGenerator(out, StandardCharsets.UTF_8)) {
      json.writeStartObject()
          .write("webhook", due.id())
          .write("office", due.office().value())
          .writeStartArray("events");
      due.events()
          .forEach(event ->
              json.writeStartObject()
                  .write("id", due.office() + "." + event.number())
                  .write("number", event.number())
                  .write("type", event.reached().name())
                  .write("transmission", event.transmission().value())
                  .write("at", event.at().toString())
                  .writeEnd());
      json.writeEnd().writeEnd();
    }
    return out.toByteArray();
  }
}
