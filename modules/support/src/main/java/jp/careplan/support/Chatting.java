package jp.careplan.support;

import java.util.List;
import java.util.Optional;

/** チャット: short questions are answered by rules and by the questions people often ask. */
public interface Chatting {
  /** The buttons that are always there. */
  String BACK = "back";

  String START = "start";
  String PERSON = "person";

  /**
   * @param value what is pressed
   */
  record Button(String value, String label) {}

  /**
   * What one side said.
   *
   * @param ours whether the house said it
   * @param markdown whether an editor wrote it so
   * @param address of where it is explained, or empty
   * @param buttons among which the visitor may choose
   */
  record Line(
      boolean ours,
      String text,
      boolean markdown,
      String address,
      String addressLabel,
      List<Button> buttons) {
    Line(boolean ours, String text, String address, String addressLabel, List<Button> buttons) {
      this(ours, text, false, address, addressLabel, buttons);
    }
  }

  /**
   * @param token what the browser holds; empty as long as nothing was said
   */
  record Talk(String token, List<Line> lines) {}

  /** What was said so far; a greeting where nothing was. */
  Talk find(Optional<String> token);

  /**
   * @param source where the call comes from
   */
  Talk say(Optional<String> token, String text, String source);

  /** A button; one that is none changes nothing. */
  Talk press(Optional<String> token, String button, String source);

  /** For the form: who said what, line by line; empty where nothing was said. */
  String transcript(Optional<String> token);

  /** What the visitor typed last, masked. */
  String lastSaid(Optional<String> token);
}
