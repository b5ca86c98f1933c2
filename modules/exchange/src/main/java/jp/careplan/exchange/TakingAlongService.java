package jp.careplan.exchange;

import static jp.careplan.application.StaffProblem.KIND_CLOSED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.careplan.application.OfficeSession;
import jp.careplan.exchange.internal.transfer.TakeoutPiece;
import jp.careplan.kernel.DomainException;

/** Holds no transaction while a ZIP goes out: each piece is read in one of its own. */
@ApplicationScoped
class TakingAlongService implements TakingAlong {
  @Inject private Takeouts takeouts;
  @Inject private ReceiptSigners signers;

  @Override
  public Order order(OfficeSession by) {
    requireAll(by);
    try {
      return takeouts.order(by);
    } catch (PersistenceException | TransactionalException e) {
      takeouts.of(by.office()).stream()
          .filter(it -> it.state() == State.RUNNING)
          .findFirst()
          .ifPresent(it -> { // somebody ordered at the same moment
            throw new DomainException(KeepingProblem.TAKEOUT_RUNNING, Takeouts.running(it.id()));
          });
      throw e;
    }
  }

  @Override
  public List<Order> of(OfficeSession by) {
    requireAll(by);
    return takeouts.of(by.office());
  }

  @Override
  public Order find(OfficeSession by, String id) {
    requireAll(by);
    return takeouts.find(by, id);
  }

  @Override
  public Zip open(OfficeSession by, String id) {
    requireAll(by);
    int parts = takeouts.open(by, id);
    return out -> write(id, parts, out);
  }

  /** It is everything, so it is for whoever may see everything. */
  private static void requireAll(OfficeSession by) {
    by.requireAdministrator();
    if (by.rights().isLimited()) {
      throw new DomainException(KIND_CLOSED, "すべてのサービス種類を扱える管理者だけができます。");
    }
  }

  private void write(String id, int parts, OutputStream out) throws IOException {
    try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      zip.putNextEntry(new ZipEntry("一覧.csv"));
      zip.write(TakeoutPiece.headings());
      for (int part = 0; part < parts; part++) {
        zip.write(takeouts.piece(id, part, "listing"));
      }
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("受付証の発行者.pem"));
      zip.write(signers.pem().getBytes(StandardCharsets.US_ASCII));
      zip.closeEntry();
      for (int part = 0; part < parts; part++) {
        TakeoutPiece.pour(takeouts.piece(id, part, "body"), zip);
      }
    }
  }
}
