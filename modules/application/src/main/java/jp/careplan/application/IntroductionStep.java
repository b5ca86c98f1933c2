package jp.careplan.application;

import static java.util.stream.Collectors.joining;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import jp.careplan.application.Introduction.Check;
import jp.careplan.application.Introduction.Source;
import jp.careplan.application.Introduction.Step;
import jp.careplan.application.Introduction.Told;
import jp.careplan.kernel.OfficeNumber;

/** What was told of one step of an office's introduction. */
@SuppressWarnings("UnusedVariable") // some fields are read by JPA alone
@Entity
@Table(name = "application_introduction")
@IdClass(IntroductionStep.Key.class)
class IntroductionStep {
  @Id private String office;
  @Id private String step;
  private boolean ticked;

  @Column(name = "changed_at")
  private Instant changedAt;

  private String source = "";
  private String failed = "";
  @Version private long version;

  protected IntroductionStep() {}

  IntroductionStep(Key key) {
    this.office = key.office;
    this.step = key.step;
  }

  void tell(boolean done, Source by, List<Check> failures, Instant at) {
    ticked = done;
    source = by.name();
    failed = failures.stream().map(Enum::name).collect(joining(" "));
    changedAt = at;
  }

  Step step() {
    return Step.valueOf(step);
  }

  boolean isTicked() {
    return ticked;
  }

  Told told() {
    return new Told(
        changedAt,
        Source.valueOf(source),
        Stream.of(failed.split(" ")).filter(it -> !it.isEmpty()).map(Check::valueOf).toList());
  }

  /** Whose step. */
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;
    private String office = "";
    private String step = "";

    Key() {}

    Key(OfficeNumber office, Step step) {
      this.office = office.value();
      this.step = step.name();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.office.equals(office) && key.step.equals(step);
    }

    @Override
    public int hashCode() {
      return office.hashCode() * 31 + step.hashCode();
    }
  }
}
