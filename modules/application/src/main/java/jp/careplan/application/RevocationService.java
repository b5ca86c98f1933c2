package jp.careplan.application;

import static jakarta.transaction.Transactional.TxType.NOT_SUPPORTED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import jp.careplan.application.internal.certificate.OcspResponder;

@ApplicationScoped
@Transactional(NOT_SUPPORTED)
class RevocationService implements RevocationPublishing {
  @Inject private OwnRevocation own;
  @Inject private RevocationKnowledge knowledge;
  @Inject private IssuingAuthority authority;

  @Override
  public Optional<byte[]> list(String issuerKey) {
    return own.list(issuerKey).or(() -> knowledge.listFromFile(issuerKey));
  }

  @Override
  public byte[] answer(byte[] request) {
    authority.require();
    return own.answer(request).orElseGet(() -> OcspResponder.notOurs(request));
  }
}
