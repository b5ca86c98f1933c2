package jp.careplan.exchange;

import jp.careplan.exchange.internal.encryption.LookupHash;
import jp.careplan.exchange.internal.standard.IndexEntry;
import jp.careplan.exchange.internal.standard.PersonKey;

/** The keyed hashes of one transmission's people. */
final class PersonHashes {
  private final LookupHash.Maker maker;
  private final Party sender;
  private final Party recipient;

  PersonHashes(LookupHash.Maker maker, Party sender, Party recipient) {
    this.maker = maker;
    this.sender = sender;
    this.recipient = recipient;
  }

  static String person(LookupHash.Maker maker, PersonKey person) {
    return maker.of("person", person.insurerNumber(), person.insuredNumber());
  }

  String person(PersonKey person) {
    return person(maker, person);
  }

  /** The same for all versions of what one office sends another of a person and a period. */
  String line(IndexEntry it) {
    return maker.of(
        "line",
        sender.number().value(),
        sender.serviceKind(),
        recipient.number().value(),
        recipient.serviceKind(),
        it.family(),
        it.period(),
        it.person().insurerNumber(),
        it.person().insuredNumber());
  }

  /** The same wherever the same is said of a person, by whomever to whomever. */
  String content(IndexEntry it) {
    return maker.of(
        "content", it.content(), it.person().insurerNumber(), it.person().insuredNumber());
  }

  /** Of a plan and its result the same, where all went as planned. */
  String services(IndexEntry it) {
    return maker.of(
        "services", it.services(), it.person().insurerNumber(), it.person().insuredNumber());
  }
}
