package jp.careplan.exchange;

import java.util.List;
import java.util.Optional;
import jp.careplan.application.OfficeSession;
import jp.careplan.exchange.internal.form.Form;
import jp.careplan.exchange.internal.form.Person;
import jp.careplan.exchange.internal.form.UnitForms;

/**
 * 中身を見る: what was sent as the forms people know, made anew from the bytes as sent each time. The
 * sender always may, the recipient after 受信. Every look is an entry of the trail.
 */
public interface Reading {
  /** What a person looks for. */
  enum Look {
    /** Who is in it. */
    PEOPLE("people-listed"),
    /** One person's forms, or a picture of them. */
    SHOWN("person-shown"),
    PRINTED("person-printed"),
    /** One person's forms as PDF, or all at position 0. */
    SAVED("forms-saved");

    private final String action;

    Look(String action) {
      this.action = action;
    }

    /** As the trail calls it. */
    String action() {
      return action;
    }
  }

  /** A transmission with its files read. */
  record Opened(TransmissionSummary summary, UnitForms unit) {}

  /**
   * Opens a transmission.
   *
   * @param position who is looked at, from 1 in the order of the files; 0 for all
   */
  Opened open(OfficeSession by, TransmissionId id, Look look, int position);

  /**
   * 第6表 of a person's result over the plan of the month. Empty where there is none that this office
   * may see, or this is no result.
   */
  Optional<Form> compared(OfficeSession by, TransmissionId id, Person person, UnitForms unit);

  /**
   * People of a result by the names that the plans of its month tell, for a result tells none; as
   * they are where there is no plan that this office may see, and in other units.
   */
  List<Person> named(OfficeSession by, TransmissionId id, List<Person> people);

  /**
   * What changed for a person since the version before: the calendar of both, then every other
   * field that is not as it was. Empty where there was none before that this office may see.
   */
  List<Form> sinceBefore(OfficeSession by, TransmissionId id, Person person, UnitForms unit);

  /** Files that are not sent yet, read the same way; nothing is stored of it. */
  static UnitForms unsent(List<OfferedFile> files) {
    return UnitForms.of(files.stream().map(MemoryFile::new).toList());
  }
}
