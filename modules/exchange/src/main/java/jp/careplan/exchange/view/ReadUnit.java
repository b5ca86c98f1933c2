package jp.careplan.exchange.view;

import static jp.careplan.exchange.ExchangeProblem.NOT_ON_THE_DESK;
import static jp.careplan.exchange.ExchangeProblem.NO_SUCH_PERSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.exchange.Party;
import jp.careplan.exchange.Reading;
import jp.careplan.exchange.Reading.Look;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.exchange.TransmissionSummary;
import jp.careplan.exchange.internal.form.Form;
import jp.careplan.exchange.internal.form.Person;
import jp.careplan.exchange.internal.form.UnitForms;
import jp.careplan.kernel.DomainException;

/** Opens a unit to be read: one that was sent, or one that lies on the desk. */
@RequestScoped
class ReadUnit {
  /** Stands below each page of what was not sent. */
  static final String UNSENT = "送る前の確認用です。まだ送っていません。";

  @Inject private Reading reading;
  @Inject private SendDesk desk;
  @Inject private Caller caller;
  @Inject private JapaneseTime time;

  /**
   * A unit with its files read.
   *
   * @param partner the other office
   * @param month 2026年6月, or a dash
   * @param foot what stands below each page of paper
   */
  record Opened(
      UnitForms unit,
      String partner,
      String kind,
      String month,
      String foot,
      Optional<TransmissionSummary> summary) {

    Person person(int position) {
      return unit.person(position).orElseThrow(() -> new DomainException(NO_SUCH_PERSON, ""));
    }
  }

  /** One that was sent; the look is an entry of the trail. */
  Opened sent(String id, Look look, int position) {
    OfficeSession by = caller.careSession();
    var opened = reading.open(by, new TransmissionId(id), look, position);
    var summary = opened.summary();
    var row = new TransmissionRow(summary, by.office(), time);
    return new Opened(
        opened.unit(),
        row.getPartner(),
        row.getKind(),
        row.getMonth(),
        "送信元 %s → 送信先 %s　%s 送信　受付番号 %s"
            .formatted(
                name(summary.sender()),
                name(summary.recipient()),
                time.moment(summary.sentAt()),
                summary.receiptNumber()),
        Optional.of(summary));
  }

  private static String name(Party party) {
    return party.name() + "（" + party.number() + "）";
  }

  /** One that lies on this person's desk. */
  Opened onDesk(String id) {
    var unit =
        desk.of(caller.careSession())
            .find(id)
            .orElseThrow(() -> new DomainException(NOT_ON_THE_DESK, ""));
    return new Opened(
        Reading.unsent(unit.files()),
        unit.getPartner(),
        unit.getKind(),
        unit.getMonth().matches("[0-9]{6}") ? time.month(unit.getMonth()) : "–",
        UNSENT,
        Optional.empty());
  }

  /** People of a result by their names of the plan. */
  List<Person> named(String id, List<Person> people) {
    return reading.named(caller.careSession(), new TransmissionId(id), people);
  }

  Optional<Form> compared(String id, Person person, UnitForms unit) {
    return reading.compared(caller.careSession(), new TransmissionId(id), person, unit);
  }

  List<Form> sinceBefore(String id, Person person, UnitForms unit) {
    return reading.sinceBefore(caller.careSession(), new TransmissionId(id), person, unit);
  }
}
