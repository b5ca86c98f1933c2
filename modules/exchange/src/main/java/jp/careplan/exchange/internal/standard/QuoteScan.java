package jp.careplan.exchange.internal.standard;

import static jp.careplan.exchange.internal.standard.Fault.QUOTE_OPEN;
import static jp.careplan.exchange.internal.standard.Fault.STRAY_QUOTE;
import static jp.careplan.exchange.internal.standard.Fault.TEXT_AFTER_QUOTE;

import java.io.IOException;
import java.io.Reader;

/**
 * Finds the fields whose quoting is wrong. The CSV parser tells only that there are some, and takes
 * a quote inside an unquoted field silently; so a file that made it suspicious is read again.
 */
final class QuoteScan {
  /** Hears of each wrong field: the line its record starts on and its number, both from 1. */
  @FunctionalInterface
  interface Listener {
    void wrong(Fault fault, int line, int column);
  }

  private enum State {
    START,
    PLAIN,
    STRAY,
    QUOTED,
    CLOSED
  }

  private final Listener listener;
  private State state = State.START;
  private int line = 1;
  private int recordLine = 1;
  private int column = 1;
  private int last;

  private QuoteScan(Listener listener) {
    this.listener = listener;
  }

  static void run(Reader text, Listener listener) throws IOException {
    var scan = new QuoteScan(listener);
    char[] buffer = new char[8192];
    for (int read = text.read(buffer); read >= 0; read = text.read(buffer)) {
      for (int i = 0; i < read; i++) {
        if (!scan.goesOn(buffer[i])) {
          return;
        }
      }
    }
    if (scan.state == State.QUOTED) {
      listener.wrong(QUOTE_OPEN, scan.recordLine, scan.column);
    }
  }

  private boolean goesOn(char c) {
    boolean lineEnd = c == '\r' || c == '\n';
    if (lineEnd && !(c == '\n' && last == '\r')) {
      line++;
    }
    last = c;
    switch (state) {
      case QUOTED -> state = c == '"' ? State.CLOSED : State.QUOTED;
      case CLOSED -> {
        return afterClosing(c, lineEnd);
      }
      case START, PLAIN, STRAY -> outside(c, lineEnd);
    }
    return true;
  }

  private boolean afterClosing(char c, boolean lineEnd) {
    if (c == '"') {
      state = State.QUOTED;
    } else if (c == ',' || lineEnd) {
      outside(c, lineEnd);
    } else if (!Character.isWhitespace(c)) {
      listener.wrong(TEXT_AFTER_QUOTE, recordLine, column);
      return false;
    }
    return true;
  }

  private void outside(char c, boolean lineEnd) {
    if (lineEnd) {
      state = State.START;
      column = 1;
      recordLine = line;
    } else if (c == ',') {
      state = State.START;
      column++;
    } else if (c == '"' && state == State.START) {
      state = State.QUOTED;
    } else if (c == '"' && state == State.PLAIN) {
      state = State.STRAY;
      listener.wrong(STRAY_QUOTE, recordLine, column);
    } else if (state == State.START) {
      state = State.PLAIN;
    }
  }
}
