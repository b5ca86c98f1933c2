package jp.careplan.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a sender puts on the counter.
 *
 * @param manifest what {@code sha256sum} prints for the files, sorted by name
 * @param signature detached CMS over the manifest by the certificate of the session, DER
 * @param reason why findings of grade error are sent knowingly
 * @param resend whether a repetition of the same content is meant
 * @param files of the unit; empty where a message goes alone
 * @param confirmation whether somebody looked at an unusual destination
 * @param enclosure message and attachments that go along, or alone
 * @param addressee where a message goes that goes alone
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are carried, not compared
public record SendingOffer(
    TransmissionId id,
    String manifest,
    Optional<byte[]> signature,
    Optional<String> reason,
    boolean resend,
    List<OfferedFile> files,
    Confirmation confirmation,
    Optional<Enclosure> enclosure,
    Optional<Addressee> addressee) {

  /** Of a program, which nobody can ask. */
  public SendingOffer(
      TransmissionId id,
      String manifest,
      Optional<byte[]> signature,
      Optional<String> reason,
      boolean resend,
      List<OfferedFile> files) {
    this(id, manifest, signature, reason, resend, files, Confirmation.NOT_ASKED);
  }

  /** A unit without a message. */
  public SendingOffer(
      TransmissionId id,
      String manifest,
      Optional<byte[]> signature,
      Optional<String> reason,
      boolean resend,
      List<OfferedFile> files,
      Confirmation confirmation) {
    this(
        id,
        manifest,
        signature,
        reason,
        resend,
        files,
        confirmation,
        Optional.empty(),
        Optional.empty());
  }

  /** All files of the manifest: the unit's, and those of the message. */
  public List<OfferedFile> allFiles() {
    var all = new ArrayList<>(files);
    enclosure.ifPresent(it -> all.addAll(it.files()));
    return all;
  }

  /** Whether it is a message without a unit. */
  boolean isMessageAlone() {
    return files.isEmpty() && enclosure.isPresent();
  }

  /** The manifest of files: hash, two blanks, name, line feed; sorted by name. */
  public static String manifestOf(List<OfferedFile> files) {
    return files.stream()
        .sorted(Comparator.comparing(OfferedFile::name))
        .map(file -> file.sha256() + "  " + file.name() + "\n")
        .collect(Collectors.joining());
  }

  @Override
  public String toString() {
    return "SendingOffer[" + id + "]";
  }
}
