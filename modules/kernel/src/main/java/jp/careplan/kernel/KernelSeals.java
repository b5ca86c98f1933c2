package jp.careplan.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class KernelSeals implements SealedColumn.Declared {
  @Override
  public List<SealedColumn> sealedColumns() {
    return List.of(SealedColumn.of("kernel_mail", "id", "sealed"));
  }
}
