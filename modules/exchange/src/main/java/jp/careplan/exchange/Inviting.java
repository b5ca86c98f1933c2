package jp.careplan.exchange;

import java.util.List;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.page.PdfPaper.Letter;
import jp.careplan.kernel.OfficeNumber;

/** さそい: asks an office that does not take part to join; nothing in it tells of a person. */
public interface Inviting {
  /** Notes that the partner is invited on paper or by FAX. */
  void invite(OfficeSession by, OfficeNumber partner);

  /** The cover for a FAX and the letter, in the words that operators have chosen. */
  List<Letter> papers(OfficeSession by, OfficeNumber partner);

  /**
   * Sends a mail and notes it. The address is not kept.
   *
   * @param to an address of the partner
   */
  void mail(OfficeSession by, OfficeNumber partner, String to);

  /** How many mails the office may still send today. */
  int mailsLeft(OfficeSession by);
}
