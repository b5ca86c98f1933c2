package jp.careplan.app.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jp.careplan.app.house.Node;
import org.jspecify.annotations.Nullable;

/** One office's connector that asks for events over and over, on a connection of its own. */
final class Waiting implements AutoCloseable {
  /** Shorter than a call's patience with its socket. */
  private static final int WAIT_SECONDS = 25;

  private static final Duration COMING = Duration.ofMinutes(3);

  private final Seat seat;
  private final Wire wire;
  private final BlockingQueue<Long> news = new LinkedBlockingQueue<>();
  private final CountDownLatch came = new CountDownLatch(1);
  private volatile boolean over;
  private volatile @Nullable IOException failure;

  private Waiting(Seat seat, Wire wire) {
    this.seat = seat;
    this.wire = wire;
  }

  static Waiting of(Tls tls, Node node, Seat seat) {
    var waiting = new Waiting(seat, new Wire(tls, node.connectorPort(), true));
    Thread.ofVirtual().start(waiting::ask);
    return waiting;
  }

  Seat seat() {
    return seat;
  }

  private void ask() {
    long last = 0;
    try {
      last = last(wire.call(Wire.Call.get("/api/v1/events?after=0", seat.token())));
      came.countDown();
      while (!over) {
        String path = "/api/v1/events?after=" + last + "&wait=" + WAIT_SECONDS;
        long next = last(wire.call(Wire.Call.get(path, seat.token())));
        if (next > last) {
          news.add(System.nanoTime());
        }
        last = next;
      }
    } catch (IOException e) {
      if (!over) {
        failure = e;
      }
      came.countDown();
    }
  }

  private static long last(Wire.Answer answer) throws IOException {
    if (answer.status() != 200) {
      throw new IOException(answer.status() + " " + answer.text());
    }
    try (var reader = Json.createReader(new StringReader(answer.text()))) {
      JsonObject events = reader.readObject();
      return events.getJsonNumber("last").longValue();
    }
  }

  void awaitCame() throws InterruptedException, IOException {
    if (!came.await(COMING.toSeconds(), TimeUnit.SECONDS)) {
      throw new IOException(seat.number() + " does not come through");
    }
    complain();
  }

  /** Moment of the next news, by {@link System#nanoTime()}. */
  long awaitNews(Duration patience) throws InterruptedException, IOException {
    Long moment = news.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    complain();
    if (moment == null) {
      throw new IOException(seat.number() + " heard of nothing");
    }
    return moment;
  }

  private void complain() throws IOException {
    IOException known = failure;
    if (known != null) {
      throw new IOException(seat.number(), known);
    }
  }

  @Override
  public void close() {
    over = true;
    wire.close();
  }
}
