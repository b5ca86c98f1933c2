package jp.careplan.application.view;

import static jp.careplan.application.DeskProblem.LETTER_GONE;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.Optional;
import jp.careplan.application.OperatorSession;
import jp.careplan.kernel.DomainException;
import org.jspecify.annotations.Nullable;

/** The letter with a password that an operator has just had made; handed out once. */
@SessionScoped
class LetterTray implements Serializable {
  private static final long serialVersionUID = 1L;

  private transient @Nullable Waiting waiting;

  private record Waiting(String session, String office, String title, String text) {
    @Override
    public String toString() {
      return "Waiting[masked]";
    }
  }

  /** Takes the place of one that was not fetched. */
  synchronized void put(OperatorSession by, String office, String title, String text) {
    waiting = new Waiting(by.id(), office, title, text);
  }

  /** The title of the letter of this office that waits here. */
  synchronized Optional<String> titleFor(OperatorSession by, String office) {
    return Optional.ofNullable(waiting)
        .filter(it -> it.session().equals(by.id()) && it.office().equals(office))
        .map(Waiting::title);
  }

  /** Hands it over, if it is this session's. */
  synchronized <T> T take(OperatorSession by, Printer<T> printer) {
    Waiting letter = waiting;
    if (letter == null || !letter.session().equals(by.id())) {
      throw new DomainException(LETTER_GONE, "");
    }
    T printed = printer.print(letter.title(), letter.text());
    waiting = null;
    return printed;
  }

  /** What becomes of a letter; it stays here if this fails. */
  interface Printer<T> {
    T print(String title, String text);
  }
}
