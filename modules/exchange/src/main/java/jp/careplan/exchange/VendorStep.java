package jp.careplan.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import jp.careplan.application.VendorTestPart;
import jp.careplan.exchange.VendorTesting.Step;
import org.jspecify.annotations.Nullable;

/** How often a part was tried, and when it was passed. */
@SuppressWarnings("UnusedVariable") // some fields are read by JPA alone
@Entity
@Table(name = "exchange_vendor_step")
class VendorStep {
  @Id private String id;

  @Column(name = "run_id")
  private String runId;

  private String part;
  private int tries;

  @Column(name = "tried_at")
  private Instant triedAt;

  @Column(name = "passed_at")
  private @Nullable Instant passedAt;

  @Version private long version;

  protected VendorStep() {}

  VendorStep(String run, VendorTestPart part, Instant now) {
    this.id = idOf(run, part);
    this.runId = run;
    this.part = part.code();
    this.triedAt = now;
  }

  static String idOf(String run, VendorTestPart part) {
    return run + " " + part.code();
  }

  /** What is passed stays passed. */
  void tried(boolean passed, Instant now) {
    tries++;
    triedAt = now;
    if (passed && passedAt == null) {
      passedAt = now;
    }
  }

  String runId() {
    return runId;
  }

  Optional<Step> step() {
    return VendorTestPart.of(part).map(it -> new Step(it, tries, Optional.ofNullable(passedAt)));
  }
}
