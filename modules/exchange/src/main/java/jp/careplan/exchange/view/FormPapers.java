package jp.careplan.exchange.view;

import static jp.careplan.exchange.ExchangeProblem.NO_SUCH_PERSON;
import static jp.careplan.exchange.ExchangeProblem.NO_SUCH_PICTURE;
import static jp.careplan.exchange.ExchangeProblem.TOO_MANY_PEOPLE;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.page.PdfFont;
import jp.careplan.exchange.Reading.Look;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.exchange.internal.form.Form;
import jp.careplan.exchange.internal.form.Person;
import jp.careplan.exchange.internal.form.UnitForms;
import jp.careplan.exchange.internal.paper.FormPaper;
import jp.careplan.kernel.DomainException;

/** 帳票 as PDF, and the pictures in them; pages and API hand out the same ones. */
@RequestScoped
public class FormPapers {
  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

  /** What one document holds in memory while it is written. */
  private static final int MOST_PEOPLE = 1000;

  @Inject private ReadUnit units;
  @Inject private PdfFont font;

  /**
   * The forms of what was sent; noted as saved. To be closed.
   *
   * @param position of one person, or 0 for all
   */
  public FormPaper pdf(TransmissionId id, int position) {
    return pdf(units.sent(id.value(), Look.SAVED, position), position);
  }

  /** A picture among a person's forms; noted as shown. */
  public byte[] picture(TransmissionId id, int position, int at) {
    return picture(units.sent(id.value(), Look.SHOWN, position), position, at);
  }

  /** The forms of files that were not sent, all people of all units. To be closed. */
  public FormPaper unsent(List<UnitForms> units) {
    int people = units.stream().mapToInt(unit -> unit.people().size()).sum();
    if (people == 0) {
      throw new DomainException(NO_SUCH_PERSON, "");
    }
    requireRoom(people);
    return written(
        ReadUnit.UNSENT,
        paper -> {
          for (UnitForms unit : units) {
            fill(paper, unit.people(), unit);
          }
        });
  }

  FormPaper pdf(ReadUnit.Opened opened, int position) {
    List<Person> people = position == 0 ? opened.unit().people() : List.of(opened.person(position));
    requireRoom(people.size());
    return written(opened.foot(), paper -> fill(paper, people, opened.unit()));
  }

  private static void requireRoom(int people) {
    if (people > MOST_PEOPLE) {
      throw new DomainException(TOO_MANY_PEOPLE, people + "人います。");
    }
  }

  /** What is put on a paper. */
  private interface Filling {
    void on(FormPaper paper) throws IOException;
  }

  private static void fill(FormPaper paper, List<Person> people, UnitForms unit)
      throws IOException {
    for (Person person : people) {
      List<Form> forms = unit.forms(person);
      paper.add(person.called(), forms, at -> jpeg(unit, person, at));
    }
  }

  private FormPaper written(String foot, Filling filling) {
    try {
      return filled(new FormPaper(font, foot), filling);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FormPaper filled(FormPaper paper, Filling filling) throws IOException {
    try {
      filling.on(paper);
      return paper;
    } catch (IOException | RuntimeException e) {
      paper.close();
      throw e;
    }
  }

  static byte[] picture(ReadUnit.Opened opened, int position, int at) {
    try {
      return jpeg(opened.unit(), opened.person(position), at)
          .orElseThrow(() -> new DomainException(NO_SUCH_PICTURE, ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Only what begins as a JPEG does, whatever its name says. */
  private static Optional<byte[]> jpeg(UnitForms unit, Person person, int at) throws IOException {
    var file = unit.picture(person, at);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try (var in = file.get().open()) {
      byte[] bytes = in.readAllBytes();
      for (int i = 0; i < JPEG.length; i++) {
        if (i >= bytes.length || bytes[i] != JPEG[i]) {
          return Optional.empty();
        }
      }
      return Optional.of(bytes);
    }
  }
}
