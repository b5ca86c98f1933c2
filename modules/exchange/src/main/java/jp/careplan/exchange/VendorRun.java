package jp.careplan.exchange;

import static jp.careplan.exchange.VendorProblem.VENDOR_RUN_STATE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import jp.careplan.exchange.VendorTesting.Product;
import jp.careplan.exchange.VendorTesting.Status;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.TimeOrderedId;
import org.jspecify.annotations.Nullable;

/** A run of the vendor test (ベンダ試験). */
@SuppressWarnings("UnusedVariable") // some fields are read by JPA alone
@Entity
@Table(name = "exchange_vendor_run")
class VendorRun {
  @Id private String id;

  @Column(name = "code_hash")
  private String codeHash;

  private String product;

  @Column(name = "product_version")
  private String productVersion;

  private String maker;
  private String mail;

  @Enumerated(EnumType.STRING)
  private Status status;

  private String remark;

  @Column(name = "begun_at")
  private Instant begunAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "published_at")
  private @Nullable Instant publishedAt;

  @Version private long version;

  protected VendorRun() {}

  VendorRun(Product what, String codeHash, Instant now) {
    this.id = TimeOrderedId.next();
    this.codeHash = codeHash;
    this.product = what.name();
    this.productVersion = what.version();
    this.maker = what.maker();
    this.mail = what.mail();
    this.status = Status.OPEN;
    this.remark = "";
    this.begunAt = now;
    this.changedAt = now;
  }

  /** A new way in; the old one ends. */
  void opensWith(String newCodeHash) {
    codeHash = newCodeHash;
  }

  /** Refuses where nothing is tried any more. */
  void tried(Instant now) {
    require(Status.OPEN);
    changedAt = now;
  }

  void submit(Instant now) {
    require(Status.OPEN);
    status = Status.SUBMITTED;
    remark = "";
    changedAt = now;
  }

  void sendBack(String why, Instant now) {
    require(Status.SUBMITTED);
    status = Status.OPEN;
    remark = why;
    changedAt = now;
  }

  void publish(Instant now) {
    require(Status.SUBMITTED);
    status = Status.PUBLISHED;
    publishedAt = now;
    changedAt = now;
  }

  private void require(Status wanted) {
    if (status != wanted) {
      throw new DomainException(VENDOR_RUN_STATE, "");
    }
  }

  String id() {
    return id;
  }

  Product product() {
    return new Product(product, productVersion, maker, mail);
  }

  Status status() {
    return status;
  }

  String remark() {
    return remark;
  }

  Instant begunAt() {
    return begunAt;
  }

  Instant changedAt() {
    return changedAt;
  }
}
