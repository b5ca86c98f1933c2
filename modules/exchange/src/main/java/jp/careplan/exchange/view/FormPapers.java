package jp.careplan.exchange.view;

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

  FormPaper pdf(ReadUnit.Opened opened, int position) {
    List<Person> people = position == 0 ? opened.unit().people() : List.of(opened.person(position));
    if (people.size() > MOST_PEOPLE) {
      throw new DomainException(TOO_MANY_PEOPLE, people.size() + "人います。");
    }
    try {
      return fill(new FormPaper(font, opened.foot()), people, opened);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FormPaper fill(FormPaper paper, List<Person> people, ReadUnit.Opened opened)
      throws IOException {
    try {
      for (Person person : people) {
        List<Form> forms = opened.unit().forms(person);
        paper.add(person.called(), forms, at -> jpeg(opened, person, at));
      }
      return paper;
    } catch (IOException | RuntimeException e) {
      paper.close();
      throw e;
    }
  }

  static byte[] picture(ReadUnit.Opened opened, int position, int at) {
    try {
      return jpeg(opened, opened.person(position), at)
          .orElseThrow(() -> new DomainException(NO_SUCH_PICTURE, ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Only what begins as a JPEG does, whatever its name says. */
  private static Optional<byte[]> jpeg(ReadUnit.Opened opened, Person person, int at)
      throws IOException {
    var file = opened.unit().picture(person, at);
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
