package jp.careplan.launcher.errand;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.careplan.launcher.api.Exchange;
import jp.careplan.launcher.api.Offer;
import jp.careplan.launcher.api.Offer.Destination;
import jp.careplan.launcher.api.OfficeName;
import jp.careplan.launcher.api.SentReceipt;
import jp.careplan.launcher.errand.Journal.Entry;
import jp.careplan.launcher.errand.UnitResult.Outcome;
import jp.careplan.launcher.errand.UnitResult.Proof;
import jp.careplan.launcher.trouble.Exit;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Problem;
import jp.careplan.launcher.trouble.Trouble;
import jp.careplan.launcher.unit.Enclosed;
import jp.careplan.launcher.unit.Hash;
import jp.careplan.launcher.unit.Manifest;
import jp.careplan.launcher.unit.OfficeSignature;
import jp.careplan.launcher.unit.Receipt;
import jp.careplan.launcher.unit.SendingUnit;

/** 送信: one unit after the other, each exactly once however often it is tried. */
public final class Sending {
  /**
   * @param reason why findings of grade error are sent all the same
   * @param again whether files that were sent before are meant to go once more
   * @param enclosed message and attachments that go along, or alone
   * @param destination what is done where a destination is unusual
   * @param guide is asked where it is doubted
   */
  public record Wish(
      Optional<String> reason,
      boolean again,
      Optional<Enclosed> enclosed,
      Destination destination,
      Guide guide) {}

  /** Somebody who can say whether a destination is right. */
  public interface Guide {
    /**
     * @param doubt the server's words
     */
    boolean isRight(SendingUnit unit, Problem doubt);
  }

  /** Is told how far it is. */
  public interface Watcher {
    void begins(SendingUnit unit);

    void ended(UnitResult result);
  }

  /** Code of the refusal of the same content under a new ID. */
  private static final String SENT_UNDER_ANOTHER_ID = "EX-104";

  /** Code of the question whether the destination is right. */
  private static final String DESTINATION_UNSURE = "EX-321";

  private static final int NOT_FOUND = 404;
  private static final int UNPROCESSABLE = 422;

  private final Exchange exchange;
  private final Journal journal;
  private final Receipts receipts;
  private final OfficeSignature signature;

  public Sending(Exchange exchange, Journal journal, Receipts receipts, OfficeSignature signature) {
    this.exchange = exchange;
    this.journal = journal;
    this.receipts = receipts;
    this.signature = signature;
  }

  /** Stops at the first unit that shows that the next ones would fail in the same way. */
  public List<UnitResult> send(List<SendingUnit> units, Wish wish, Watcher watcher) {
    var results = new ArrayList<UnitResult>();
    boolean goesOn = true;
    for (SendingUnit unit : units) {
      watcher.begins(unit);
      UnitResult result = goesOn ? send(unit, wish) : UnitResult.notTried(unit);
      goesOn = goesOn && result.outcome() != Outcome.FAILED;
      watcher.ended(result);
      results.add(result);
    }
    return results;
  }

  private UnitResult send(SendingUnit unit, Wish wish) {
    try {
      var manifest = Manifest.of(unit.files(), wish.enclosed());
      Entry entry = journal.reserve(key(unit, manifest), wish.again());
      return earlier(unit, entry).orElseGet(() -> offer(unit, manifest, entry, wish));
    } catch (Trouble trouble) {
      return trouble.exit() == Exit.REFUSED || trouble.exit() == Exit.MISUSE
          ? UnitResult.refused(unit, trouble)
          : UnitResult.failed(unit, trouble);
    }
  }

  /** The same words to another office are another message. */
  private static String key(SendingUnit unit, Manifest manifest) {
    return unit.isMessageAlone()
        ? Hash.of((manifest.text() + unit.addresses().receiver()).getBytes(UTF_8))
        : manifest.contentHash();
  }

  /** What was sent before, unless the server no longer has it: then it goes again, same ID. */
  private Optional<UnitResult> earlier(SendingUnit unit, Entry entry) {
    return entry.isDone() ? standing(unit, entry, entry.id()) : Optional.empty();
  }

  private Optional<UnitResult> standing(SendingUnit unit, Entry entry, String id) {
    try {
      var earlier = exchange.transmission(id);
      if (earlier.isWithdrawn()) {
        throw new Trouble(LauncherProblem.WITHDRAWN_EARLIER, "前に送ったときのID: " + id);
      }
      byte[] receipt = exchange.receipt(id);
      String number = Receipt.parse(receipt).number();
      String file = receipts.keep(id, receipt).toString();
      journal.finish(entry, id, number, earlier.sentAt());
      return Optional.of(
          UnitResult.alreadySent(
              unit, new Proof(id, number, earlier.sentAt(), earlier.recipient().shown(), file)));
    } catch (Trouble trouble) {
      if (trouble.problem().status() == NOT_FOUND) {
        return Optional.empty();
      }
      throw trouble;
    }
  }

  private UnitResult offer(SendingUnit unit, Manifest manifest, Entry entry, Wish wish) {
    var offer =
        new Offer(
            entry.id(),
            manifest,
            signature,
            wish.reason(),
            entry.resend(),
            wish.destination(),
            unit.files(),
            wish.enclosed(),
            unit.isMessageAlone() ? Optional.of(unit.addresses().receiver()) : Optional.empty());
    try {
      return accepted(unit, manifest, entry, sent(unit, offer, wish.guide()));
    } catch (Trouble trouble) {
      return refusedOrEarlier(unit, entry, trouble);
    }
  }

  private SentReceipt sent(SendingUnit unit, Offer offer, Guide guide) {
    try {
      return exchange.send(offer);
    } catch (Trouble trouble) {
      if (trouble.is(DESTINATION_UNSURE) && guide.isRight(unit, trouble.problem())) {
        return exchange.send(offer.confirmed());
      }
      throw trouble;
    }
  }

  private UnitResult accepted(
      SendingUnit unit, Manifest manifest, Entry entry, SentReceipt answer) {
    if (!answer.contentHash().equals(manifest.contentHash())) {
      throw new Trouble(
          LauncherProblem.RECEIPT_OF_OTHER_CONTENT, "受付番号: " + answer.receiptNumber());
    }
    String file = receipts.keep(entry.id(), answer.receiptBytes()).toString();
    journal.finish(entry, entry.id(), answer.receiptNumber(), answer.sentAt());
    String name = Optional.ofNullable(answer.recipient()).map(OfficeName::shown).orElse(null);
    var proof = new Proof(entry.id(), answer.receiptNumber(), answer.sentAt(), name, file);
    return UnitResult.sent(unit, proof, answer.findings());
  }

  private UnitResult refusedOrEarlier(SendingUnit unit, Entry entry, Trouble trouble) {
    if (trouble.is(SENT_UNDER_ANOTHER_ID)) {
      return standing(unit, entry, earlierId(trouble)).orElseThrow(() -> trouble);
    }
    if (trouble.problem().status() == UNPROCESSABLE) {
      journal.forget(entry);
    }
    throw trouble;
  }

  private static String earlierId(Trouble trouble) {
    var earlier = trouble.problem().document().path("earlier");
    return earlier.isObject() ? earlier.path("id").asText() : earlier.asText();
  }
}
