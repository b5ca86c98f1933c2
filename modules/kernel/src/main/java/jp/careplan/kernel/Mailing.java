package jp.careplan.kernel;

/**
 * Queues mails in the caller's transaction: they go out soon after it was committed, or not at all.
 * A mail that cannot be delivered is tried again for two days. Its recipient may receive it twice
 * when a node dies at the wrong moment, with the same Message-ID.
 */
public interface Mailing {
  /**
   * @param to one address
   * @param subject one line, without personal data: it is shown on locked screens
   * @param text plain text
   */
  record Mail(String to, String subject, String text) {}

  /** Queues one mail. */
  void queue(Mail mail);
}
