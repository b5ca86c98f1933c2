package jp.careplan.launcher.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jp.careplan.launcher.unit.Enclosed;
import jp.careplan.launcher.unit.Manifest;
import jp.careplan.launcher.unit.OfficeSignature;

/**
 * What goes into one send.
 *
 * @param id UUIDv7, on disk before the first byte leaves
 * @param reason why findings of grade error are sent all the same
 * @param resend whether the same files were sent before and this is meant
 * @param destination what is done about a destination that is unusual
 * @param recipient where a message goes that goes without files
 */
public record Offer(
    String id,
    Manifest manifest,
    OfficeSignature signature,
    Optional<String> reason,
    boolean resend,
    Destination destination,
    List<Path> files,
    Optional<Enclosed> enclosed,
    Optional<String> recipient) {

  /** What is done about an unusual destination: first exchange, a new person, no row of form 6. */
  public enum Destination {
    /** Nobody is there who could look: it goes. */
    UNSEEN,
    /** The server says what is unusual, and keeps nothing. */
    DOUBTED,
    /** Somebody looked: it goes, and that stands in the trail. */
    CONFIRMED
  }

  /** The same, now that somebody looked. */
  public Offer confirmed() {
    return new Offer(
        id, manifest, signature, reason, resend, Destination.CONFIRMED, files, enclosed, recipient);
  }

  MultipartBody body() {
    var body =
        new MultipartBody()
            .bytes("manifest", "text/plain; charset=UTF-8", manifest.bytes())
            .bytes("signature", "application/pkcs7-signature", signature.over(manifest));
    reason.ifPresent(text -> body.text("reason", text));
    if (resend) {
      body.text("resend", "true");
    }
    switch (destination) {
      case UNSEEN -> {}
      case DOUBTED -> body.text("strict", "true");
      case CONFIRMED -> body.text("confirmed", "true");
    }
    enclosed.ifPresent(it -> body.bytes("message", "application/json", it.letter()));
    recipient.ifPresent(number -> body.text("recipient", number));
    enclosed.ifPresent(
        it -> it.attachments().forEach((name, file) -> body.file("attachment", name, file)));
    files.forEach(file -> body.file("file", file));
    return body;
  }
}
