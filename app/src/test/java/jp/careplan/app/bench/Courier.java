package jp.careplan.app.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import jp.careplan.exchange.TransmissionId;

/**
 * Sends as the launcher does: the ID is made before the first byte and kept until a receipt is in
 * hand, whatever happens between. Now and then it loses its line on purpose.
 */
final class Courier implements Runnable {
  private static final AtomicLong UNITS = new AtomicLong();
  private static final int MOST_TRIES = 1500;
  private static final int BREATH_MILLIS = 100;
  private static final double LOSES_LINE = 0.04;

  private final List<Route> routes;
  private final Wire wire;
  private final Ledger ledger;
  private final Random random;
  private volatile boolean leaving;

  Courier(List<Route> routes, Wire wire, Ledger ledger, Random random) {
    this.routes = routes;
    this.wire = wire;
    this.ledger = ledger;
    this.random = random;
  }

  /** Lets it bring its present unit to its end. */
  void leave() {
    leaving = true;
  }

  @Override
  public void run() {
    try {
      while (!leaving) {
        deliver(routes.get(random.nextInt(routes.size())), UNITS.incrementAndGet());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      wire.close();
    }
  }

  private void deliver(Route route, long unit) throws InterruptedException {
    var id = TransmissionId.next();
    Wire.Call call = route.send(id, unit);
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      try {
        if (random.nextDouble() < LOSES_LINE) {
          loseLine(call);
        }
        Wire.Answer answer = wire.call(call);
        if (answer.status() == 201 || answer.status() == 200) {
          ledger.answer(answer.status() == 201 ? "receipt" : "receipt by a repeated call");
          ledger.delivered(delivery(id, route, unit, answer));
          return;
        }
        told(answer);
      } catch (IOException e) {
        ledger.answer("no answer (" + e.getClass().getSimpleName() + ")");
      }
      TimeUnit.MILLISECONDS.sleep(random.nextInt(BREATH_MILLIS));
    }
    ledger.fault("no receipt after " + MOST_TRIES + " tries: " + id);
  }

  /** Half of the times in the middle, else with all said and nothing heard. */
  private void loseLine(Wire.Call call) throws IOException {
    int all = call.bytes().length;
    wire.abandon(call, random.nextBoolean() ? all : random.nextInt(all));
    ledger.answer("line lost on purpose");
  }

  /**
   * A server in need may say that it cannot; it must not say that the sender did wrong. What is no
   * problem document comes from a server whose application does not run yet.
   */
  private void told(Wire.Answer answer) {
    boolean problem = answer.text().startsWith("{");
    String what =
        answer.status() + " " + (problem ? json(answer).getString("code", "") : "without a code");
    ledger.answer(what);
    if (problem && answer.status() < 500) {
      ledger.fault("a valid send was answered " + what);
    }
  }

  private static Delivery delivery(TransmissionId id, Route route, long unit, Wire.Answer answer) {
    JsonObject told = json(answer);
    return new Delivery(
        id, route, unit, told.getString("receiptNumber"), told.getString("receipt"));
  }

  static JsonObject json(Wire.Answer answer) {
    try (var reader = Json.createReader(new StringReader(answer.text()))) {
      return reader.readObject();
    }
  }
}
