package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.careplan.exchange.internal.encryption.ContentCipher;
import jp.careplan.kernel.DomainException;

/**
 * The files of a stored transmission, opened; always inside a caller's transaction. The one place
 * that decrypts, so that what is frozen stays closed at every door there is or will be.
 */
@ApplicationScoped
class StoredContent {
  @Inject private Transmissions transmissions;
  @Inject private ContentCipher cipher;

  List<OfferedFile> open(TransmissionId id, List<TransmissionFile> files) {
    transmissions.find(id).ifPresent(Transmission::requireThawed);
    TransmissionContent kept = transmissions.content(id);
    if (kept == null) {
      throw new DomainException(KeepingProblem.CONTENT_PURGED, "");
    }
    int length = files.stream().mapToInt(TransmissionFile::byteCount).sum();
    byte[] all = cipher.open(id.value(), kept.sealed(), length);
    var opened = new ArrayList<OfferedFile>();
    int from = 0;
    for (TransmissionFile file : files) {
      byte[] bytes = Arrays.copyOfRange(all, from, from + file.byteCount());
      opened.add(new OfferedFile(file.name(), bytes, file.sha256()));
      from += file.byteCount();
    }
    return opened;
  }
}
