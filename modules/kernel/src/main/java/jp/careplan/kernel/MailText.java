package jp.careplan.kernel;

import static jp.careplan.kernel.OperatorSetting.Place.allowed;

import java.util.stream.Stream;
import jp.careplan.kernel.OperatorSetting.Place;

/** Subject and body of one mail, as operators change them. */
public record MailText(OperatorSetting subject, OperatorSetting body) {
  /** Under which pages show all words of mails. */
  public static final String GROUP = "メールの文面";

  private static final int LONGEST_SUBJECT = 100;

  /**
   * @param key kebab-case
   * @param label when it is sent, Japanese
   * @param places of the body; the subject may hold all of them
   */
  public static MailText of(
      String key, String label, String subject, String body, Place... places) {
    Place[] ofSubject =
        Stream.of(places).map(it -> allowed(it.name(), it.words())).toArray(Place[]::new);
    return new MailText(
        OperatorSetting.line(
                "mail." + key + ".subject",
                GROUP,
                label + "：件名",
                subject,
                LONGEST_SUBJECT,
                ofSubject)
            .required(),
        OperatorSetting.text("mail." + key + ".body", GROUP, label + "：本文", body, places));
  }

  /** Both of them. */
  public Stream<OperatorSetting> settings() {
    return Stream.of(subject, body);
  }
}
