package jp.careplan.application;

import static jp.careplan.kernel.SealedColumn.of;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import jp.careplan.kernel.SealedColumn;

/** Where this module keeps what the vault sealed. */
@ApplicationScoped
class ApplicationSeals implements SealedColumn.Declared {
  @Override
  public List<SealedColumn> sealedColumns() {
    return List.of(
        of("application_account", "user_id", "sealed_password"),
        of("application_operator", "id", "totp_key"),
        of("application_id_request", "id", "question"),
        of("application_id_request", "id", "letter"),
        of("application_trust_anchor", "fingerprint", "sealed"));
  }
}
