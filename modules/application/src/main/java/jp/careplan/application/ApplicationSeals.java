package jp.careplan.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import jp.careplan.kernel.SealedColumn;

/** Where this module keeps what the vault sealed. */
@ApplicationScoped
class ApplicationSeals implements SealedColumn.Declared {
  @Override
  public List<SealedColumn> sealedColumns() {
    return List.of(
        SealedColumn.of("application_account", "user_id", "sealed_password"),
        SealedColumn.of("application_operator", "id", "totp_key"),
        SealedColumn.of("application_id_request", "id", "question"),
        SealedColumn.of("application_id_request", "id", "letter"),
        SealedColumn.of("application_trust_anchor", "fingerprint", "sealed"));
  }
}
