package jp.careplan.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import jp.careplan.kernel.MailText;
import jp.careplan.kernel.Mailing;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.OperatorSettings;

/** Mails in the words that operators have chosen. */
@ApplicationScoped
public class HouseMails {
  private static final String NAME = "【ケアプランデータ連携】";

  @Inject private OperatorSettings settings;
  @Inject private HouseOperator operator;
  @Inject private Mailing mailing;
  @Inject private OfficeMailAddresses addresses;

  /**
   * Queues it in the caller's transaction.
   *
   * @param to empty text: nobody wants it
   */
  public void send(String to, MailText mail, Map<String, String> values) {
    if (!to.isEmpty()) {
      String subject = NAME + settings.filled(mail.subject(), values);
      mailing.queue(
          new Mailing.Mail(to, subject, settings.filled(mail.body(), values) + "\n\n" + foot()));
    }
  }

  /** The same to many offices at once, wherever they want notices. */
  public void sendAll(Collection<OfficeNumber> offices, MailText mail, Map<String, String> values) {
    addresses.of(offices).forEach(to -> send(to, mail, values));
  }

  private String foot() {
    return settings
            .filled(
                ApplicationSettings.FOOT,
                Map.of(
                    "operator",
                    operator.getName(),
                    "phone",
                    operator.getPhone(),
                    "hours",
                    operator.getHours()))
            .strip()
        + "\n";
  }
}
