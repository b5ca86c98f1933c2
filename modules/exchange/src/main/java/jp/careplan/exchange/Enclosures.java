package jp.careplan.exchange;

import static jp.careplan.application.ApplicationProblem.UNKNOWN_OFFICE;
import static jp.careplan.kernel.KernelProblem.BAD_REQUEST;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeEntry;
import jp.careplan.application.OfficeSession;
import jp.careplan.exchange.SealedUnit.Part;
import jp.careplan.exchange.internal.enclosure.EnclosureCheck;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;

/** Messages and attachments on their way into a transmission, checked at the door. */
@ApplicationScoped
class Enclosures {
  /** As 連番 look, so that a message has its place among what is sorted by them. */
  private static final DateTimeFormatter SEQUENCE = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

  @Inject private EnclosureCheck check;
  @Inject private BundleCheck bundles;
  @Inject private SandboxOffices sandbox;
  @Inject private OfficeDirectory offices;
  @Inject private Clock clock;

  /** The unit with what goes along with it. */
  SealedUnit along(SealedUnit unit, SendingOffer offer) {
    if (offer.enclosure().isEmpty()) {
      return unit;
    }
    return unit.with(parts(offer.enclosure().get()));
  }

  /** A message without a unit. */
  SealedUnit alone(OfficeSession by, SendingOffer offer) {
    Addressee to =
        offer.addressee().orElseThrow(() -> new DomainException(BAD_REQUEST, "recipientがありません。"));
    Map<OfficeNumber, OfficeEntry> known = offices.findAll(List.of(by.office(), to.recipient()));
    Optional<OfficeEntry> recipient = Optional.ofNullable(known.get(to.recipient()));
    bundles
        .noDestination(recipient)
        .ifPresent(problem -> {
          throw new DomainException(problem, "");
        });
    if (sandbox.isBetween(by.office(), to.recipient())) {
      throw new DomainException(VendorProblem.SANDBOX_ALONE, "");
    }
    OfficeEntry sender =
        Optional.ofNullable(known.get(by.office()))
            .orElseThrow(() -> new DomainException(UNKNOWN_OFFICE, ""));
    requireKind(recipient.orElseThrow(), to.recipientKind());
    requireKind(sender, to.senderKind());
    if (by.office().equals(to.recipient()) && to.senderKind().equals(to.recipientKind())) {
      throw new DomainException(BAD_REQUEST, "自分の事業所には送れません。");
    }
    return new SealedUnit(
        new Party(by.office(), sender.name(), to.senderKind()),
        new Party(to.recipient(), recipient.orElseThrow().name(), to.recipientKind()),
        Enclosure.UNIT,
        Enclosure.KIND,
        "",
        SEQUENCE.format(ZonedDateTime.now(clock)),
        "",
        0,
        parts(offer.enclosure().orElseThrow()),
        List.of(),
        List.of());
  }

  private static void requireKind(OfficeEntry office, String kind) {
    if (!kind.isEmpty() && office.kinds().stream().noneMatch(it -> it.value().equals(kind))) {
      throw new DomainException(BAD_REQUEST, "サービス種類は、事業所のものから選んでください。");
    }
  }

  private List<Part> parts(Enclosure enclosure) {
    check.requireSound(enclosure);
    check.requireClean(enclosure);
    var parts = new ArrayList<Part>();
    enclosure
        .attachments()
        .forEach(file -> parts.add(new Part(file, Enclosure.ATTACHMENT_TYPE, 0)));
    parts.add(new Part(enclosure.letter(), Enclosure.LETTER_TYPE, 0));
    return parts;
  }
}
