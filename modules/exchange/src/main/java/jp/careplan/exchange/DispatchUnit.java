package jp.careplan.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.careplan.application.OfficeEntry;
import jp.careplan.exchange.Dispatching.Fate;
import jp.careplan.exchange.Dispatching.Line;
import jp.careplan.exchange.Dispatching.Wanted;
import jp.careplan.kernel.OfficeNumber;
import org.jspecify.annotations.Nullable;

/** One unit of a {@link Dispatch}; nothing of its content. */
@Entity
@Table(name = "exchange_dispatch_unit")
@IdClass(DispatchUnit.Key.class)
class DispatchUnit {
  @Id
  @Column(name = "dispatch_id")
  private String dispatchId;

  @Id
  @Column(name = "position_number")
  private int position;

  @Column(name = "transmission_id")
  private String transmissionId;

  private String recipient;

  @Column(name = "recipient_kind")
  private String recipientKind;

  private String unit;

  @Column(name = "service_month")
  private String serviceMonth;

  private int people;

  @Column(name = "problem_code")
  private @Nullable String problemCode;

  private @Nullable String problem;

  protected DispatchUnit() {}

  DispatchUnit(String dispatch, int position, Wanted wanted) {
    Party to = wanted.unit().recipient().orElseThrow();
    this.dispatchId = dispatch;
    this.position = position;
    this.transmissionId = wanted.offer().id().value();
    this.recipient = to.number().value();
    this.recipientKind = to.serviceKind();
    this.unit = wanted.unit().unit().orElseThrow();
    this.serviceMonth = wanted.unit().serviceMonth().orElse("");
    this.people = wanted.unit().people();
  }

  String transmissionId() {
    return transmissionId;
  }

  OfficeNumber recipient() {
    return new OfficeNumber(recipient);
  }

  /**
   * @param receiptNumber of the transmission that stands under the ID, where one does
   */
  Line line(Optional<String> receiptNumber, Map<OfficeNumber, OfficeEntry> offices) {
    OfficeEntry entry = offices.get(recipient());
    return new Line(
        new TransmissionId(transmissionId),
        new Party(recipient(), entry == null ? recipient : entry.name(), recipientKind),
        unit,
        serviceMonth,
        people,
        receiptNumber.isPresent() ? Fate.SENT : problem == null ? Fate.WAITING : Fate.FAILED,
        receiptNumber,
        Optional.ofNullable(problem).map(title -> title + "（コード " + problemCode + "）"));
  }

  /** Composite key, as JPA wants it. */
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;
    String dispatchId = "";
    int position;

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && key.dispatchId.equals(dispatchId)
          && key.position == position;
    }

    @Override
    public int hashCode() {
      return Objects.hash(dispatchId, position);
    }
  }
}
