package jp.careplan.application.internal.certificate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What is at hand about revocation (失効): fetched beforehand, read once, used for many chains.
 * Nothing in it is believed before its signature has been judged in a path. Safe for use by several
 * threads.
 */
public final class RevocationData {
  private static final RevocationData EMPTY = of(List.of(), List.of(), List.of());

  private final List<KnownList> lists = new ArrayList<>();
  private final List<KnownResponse> responses = new ArrayList<>();
  private final List<Presented> certificates = new ArrayList<>();
  private int unreadable;

  private RevocationData() {}

  public static RevocationData none() {
    return EMPTY;
  }

  /**
   * Reads what can be read and counts the rest.
   *
   * @param lists CRLs in DER, full or delta
   * @param responses OCSP responses in DER (RFC 6960 OCSPResponse)
   * @param certificates further certificates in DER: those of signers of indirect lists and of
   *     issuers that a client may have left out
   */
  public static RevocationData of(
      Collection<byte[]> lists, Collection<byte[]> responses, Collection<byte[]> certificates) {
    var data = new RevocationData();
    for (byte[] der : lists) {
      data.count(KnownList.read(der).map(data.lists::add).isPresent());
    }
    // The newest list of a scope has the word: it may lift a hold, or add what an older one has
    // not.
    data.lists.sort(
        Comparator.comparing((KnownList it) -> it.list().getThisUpdate().toInstant()).reversed());
    for (byte[] der : responses) {
      data.count(KnownResponse.read(der).map(data.responses::add).isPresent());
    }
    for (byte[] der : certificates) {
      try {
        data.certificates.add(Presented.read(der, PathVerdict.Refused.NOT_PRESENTED));
      } catch (Refusal e) {
        data.count(false);
      }
    }
    return data;
  }

  /** The same, and one more OCSP response. */
  public RevocationData and(byte[] response) {
    var data = new RevocationData();
    data.lists.addAll(lists);
    data.responses.addAll(responses);
    data.certificates.addAll(certificates);
    data.unreadable = unreadable;
    data.count(KnownResponse.read(response).map(data.responses::add).isPresent());
    return data;
  }

  private void count(boolean read) {
    unreadable += read ? 0 : 1;
  }

  /** How many of the given pieces could not be read. */
  public int unreadable() {
    return unreadable;
  }

  List<KnownList> lists() {
    return lists;
  }

  List<KnownResponse> responses() {
    return responses;
  }

  List<Presented> certificates() {
    return certificates;
  }
}
