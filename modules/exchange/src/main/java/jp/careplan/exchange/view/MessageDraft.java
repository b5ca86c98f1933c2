package jp.careplan.exchange.view;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.OfficeSession;
import jp.careplan.exchange.Addressee;
import jp.careplan.exchange.Confirmation;
import jp.careplan.exchange.Doubt;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.SendingOffer;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.exchange.internal.enclosure.EnclosureCheck;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.TimeOrderedId;
import jp.careplan.kernel.UserId;

/**
 * The message that one person is writing. Its ID stays until it is sent, so that a double click or
 * a second try sends it once.
 */
@SessionScoped
class MessageDraft implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String token = TimeOrderedId.next();
  private transient EnclosureDraft draft = new EnclosureDraft();
  private TransmissionId id = TransmissionId.next();
  private Optional<UserId> owner = Optional.empty();
  private String trouble = "";
  private List<Doubt> doubts = List.of();
  private Optional<OfficeNumber> doubted = Optional.empty();

  /** This person's draft; another's is cleared away. */
  synchronized MessageDraft of(OfficeSession by) {
    if (!owner.equals(Optional.of(by.user()))) {
      sent();
      owner = Optional.of(by.user());
    }
    return this;
  }

  String token() {
    return token;
  }

  synchronized String text() {
    return draft.text();
  }

  synchronized List<String> names() {
    return draft.names();
  }

  synchronized void write(String text) {
    draft.text(text);
  }

  synchronized void attach(List<OfferedFile> files, EnclosureCheck check) {
    draft.attach(files, check);
  }

  synchronized void detach(String name) {
    draft.detach(name);
  }

  /**
   * @param confirmed whether somebody says that the destination is right
   */
  synchronized SendingOffer offer(Addressee to, boolean confirmed) {
    var enclosure = draft.enclosure();
    var files = enclosure.map(it -> it.files()).orElse(List.of());
    return new SendingOffer(
        id,
        SendingOffer.manifestOf(files),
        Optional.empty(),
        Optional.empty(),
        false,
        List.of(),
        confirmed ? Confirmation.GIVEN : Confirmation.ASKED,
        enclosure,
        Optional.of(to));
  }

  synchronized boolean isEmpty() {
    return draft.isEmpty();
  }

  synchronized void sent() {
    draft = new EnclosureDraft();
    id = TransmissionId.next();
    trouble = "";
    doubts = List.of();
    doubted = Optional.empty();
  }

  /** Somebody is to look at the destination first. */
  synchronized void unsure(OfficeNumber to, List<Doubt> why) {
    doubts = why;
    doubted = Optional.of(to);
  }

  /** What is to be looked at before it goes there. */
  synchronized List<Doubt> doubts(String to) {
    return doubted.map(OfficeNumber::value).filter(to::equals).isPresent() ? doubts : List.of();
  }

  /** Why it did not go; told once. */
  synchronized void trouble(String why) {
    trouble = why;
    id = TransmissionId.next();
  }

  synchronized String takeTrouble() {
    String told = trouble;
    trouble = "";
    return told;
  }
}
