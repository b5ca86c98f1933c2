package jp.careplan.app.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import jp.careplan.app.house.Multipart;
import jp.careplan.app.house.Node;
import jp.careplan.kernel.TimeOrderedId;

/** The calls that are measured. Each worker has a connection of its own and is another office. */
final class Calls {
  /** Every unit there ever was in this run has another number. */
  private static final AtomicLong UNITS = new AtomicLong();

  private final List<Seat> senders;
  private final List<List<UnitTemplate>> templates;

  /**
   * @param people how many make a unit
   */
  Calls(List<Seat> senders, List<Seat> recipients, int people) {
    this.senders = senders;
    this.templates = new ArrayList<>();
    for (Seat sender : senders) {
      templates.add(
          recipients.stream()
              .map(recipient -> UnitTemplate.of(sender.number(), recipient.number(), people))
              .toList());
    }
  }

  /**
   * Sends to recipients drawn by lot.
   *
   * @param kept whether connections are kept; else each call begins with a handshake
   */
  List<Load.Task> sends(Node node, int workers, boolean kept) {
    return tasks(node, workers, kept, 201, this::send);
  }

  /** The same bytes to a resource that does nothing. */
  List<Load.Task> empties(Node node, int workers, boolean kept) {
    return tasks(
        node,
        workers,
        kept,
        204,
        worker -> {
          Wire.Call call = send(worker);
          return new Wire.Call(
              "POST", "/empty", call.token(), "application/octet-stream", call.body());
        });
  }

  /** The newest 50 of an inbox. */
  static List<Load.Task> inbox(Node node, Seat reader) {
    return tasks(
        node, 1, true, 200, worker -> Wire.Call.get("/api/v1/inbox?limit=50", reader.token()));
  }

  private Wire.Call send(int worker) {
    int sender = worker % senders.size();
    List<UnitTemplate> partners = templates.get(sender);
    UnitTemplate template = partners.get(ThreadLocalRandom.current().nextInt(partners.size()));
    Multipart body = UnitTemplate.body(template.unit(UNITS.incrementAndGet()));
    return new Wire.Call(
        "PUT",
        "/api/v1/transmissions/" + TimeOrderedId.next(),
        senders.get(sender).token(),
        body.contentType(),
        body.bytes());
  }

  private static List<Load.Task> tasks(
      Node node,
      int workers,
      boolean kept,
      int expected,
      java.util.function.IntFunction<Wire.Call> calls) {
    Tls tls = Tls.of(node);
    return IntStream.range(0, workers)
        .mapToObj(worker ->
            task(new Wire(tls, node.connectorPort(), kept), expected, () -> calls.apply(worker)))
        .toList();
  }

  private static Load.Task task(Wire wire, int expected, Supplier<Wire.Call> calls) {
    return new Load.Task() {
      @Override
      public void once() throws IOException {
        Wire.Answer answer = wire.call(calls.get());
        if (answer.status() != expected) {
          throw new IOException(answer.status() + " " + answer.text());
        }
      }

      @Override
      public double callsPerConnection() {
        return wire.callsPerHandshake();
      }

      @Override
      public void close() {
        wire.close();
      }
    };
  }
}
