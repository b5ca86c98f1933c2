package jp.careplan.launcher.errand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import jp.careplan.launcher.api.Exchange;
import jp.careplan.launcher.api.Page;
import jp.careplan.launcher.api.Summary;
import jp.careplan.launcher.trouble.Exit;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;
import jp.careplan.launcher.unit.Enclosed;

/** 受信: what is unread, and what was begun and not finished, in order of the sequence number. */
public final class Receiving {
  private static final Comparator<Summary> IN_ORDER =
      Comparator.comparing(Summary::sequence).thenComparing(Summary::id);

  private final Exchange exchange;
  private final Begun begun;
  private final Receipts receipts;
  private final UnitFolder target;

  public Receiving(Exchange exchange, Begun begun, Receipts receipts, UnitFolder target) {
    this.exchange = exchange;
    this.begun = begun;
    this.receipts = receipts;
    this.target = target;
  }

  public List<ReceivedUnit> receiveUnread(Consumer<ReceivedUnit> told) {
    var ids = new LinkedHashSet<>(begun.ids());
    var unread = unread();
    unread.forEach(each -> ids.remove(each.id()));
    var all = new ArrayList<>(unread);
    ids.forEach(id -> known(id).ifPresent(all::add));
    return receive(all, told);
  }

  public List<ReceivedUnit> receive(Set<String> ids, Consumer<ReceivedUnit> told) {
    return receive(ids.stream().map(exchange::transmission).toList(), told);
  }

  private List<ReceivedUnit> receive(List<Summary> all, Consumer<ReceivedUnit> told) {
    var results = new ArrayList<ReceivedUnit>();
    for (Summary each : all.stream().sorted(IN_ORDER).toList()) {
      ReceivedUnit result = receive(each);
      told.accept(result);
      results.add(result);
      if (result.stopsTheRest()) {
        break;
      }
    }
    return results;
  }

  private ReceivedUnit receive(Summary summary) {
    try {
      Summary received = begin(summary.id());
      Path folder = save(received);
      receipts.keep(received.id(), exchange.receipt(received.id()));
      begun.finish(received.id());
      return result(received, folder);
    } catch (Trouble trouble) {
      return failure(summary, trouble);
    }
  }

  private Summary begin(String id) {
    begun.note(id);
    try {
      return exchange.receive(id);
    } catch (Trouble trouble) {
      if (trouble.exit() == Exit.REFUSED) {
        begun.finish(id);
      }
      throw trouble;
    }
  }

  private Path save(Summary received) {
    try (var part = target.open(received)) {
      for (var file : received.files()) {
        exchange.download(received.id(), file.name(), part.place(file));
        part.verify(file);
      }
      if (received.files().stream().anyMatch(file -> file.name().equals(Enclosed.LETTER))) {
        byte[] letter = Files.readAllBytes(part.part().resolve(Enclosed.LETTER));
        part.note("message.txt", MessageText.of(letter));
      }
      return part.finish();
    } catch (IOException e) {
      throw new Trouble(LauncherProblem.DISK, "保存先: " + target.path(), e);
    }
  }

  private List<Summary> unread() {
    var found = new ArrayList<Summary>();
    Optional<String> place = Optional.of("0");
    while (place.isPresent()) {
      Page page = exchange.unread(place.get());
      found.addAll(page.items());
      place = page.nextPlace();
    }
    return found;
  }

  /** What was begun may be gone by now: its time may be over. */
  private Optional<Summary> known(String id) {
    try {
      return Optional.of(exchange.transmission(id));
    } catch (Trouble trouble) {
      if (trouble.problem().status() != 404) {
        throw trouble;
      }
      begun.finish(id);
      return Optional.empty();
    }
  }

  private static ReceivedUnit result(Summary received, Path folder) {
    return new ReceivedUnit(
        received.id(),
        received.sender().number(),
        received.sender().name(),
        received.kind(),
        received.serviceMonth(),
        received.sequence(),
        folder.toString(),
        received.files().stream().map(Summary.FileEntry::name).toList(),
        null,
        null);
  }

  private static ReceivedUnit failure(Summary summary, Trouble trouble) {
    return new ReceivedUnit(
        summary.id(),
        summary.sender().number(),
        summary.sender().name(),
        summary.kind(),
        summary.serviceMonth(),
        summary.sequence(),
        null,
        List.of(),
        trouble.problem(),
        trouble);
  }
}
