package jp.careplan.application;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** 電子証明書の発行: for a terminal of the office, from the authority whose key this node holds. */
public interface Enrolling {
  /** How long a key's certificate lasts before people are asked to renew it. */
  int RENEWAL_DAYS = 90;

  /**
   * Who asks, and for which terminal.
   *
   * @param userId as typed
   * @param issuePassword 証明書発行用パスワード
   * @param terminalName a name for a new terminal; passed over where one is renewed
   * @param renews thumbprint of a certificate of the terminal that is to be renewed; both are valid
   *     until the old one ends
   */
  record Applicant(
      String userId, String issuePassword, String terminalName, Optional<String> renews) {
    @Override
    public String toString() {
      return "Applicant[masked]";
    }
  }

  /**
   * What was issued.
   *
   * @param chain the certificate first, its anchor last
   */
  record Enrolled(String terminalId, String terminalName, List<X509Certificate> chain) {}

  /** Whether certificates are issued here; some exchanges know outside authorities alone. */
  boolean isOpen();

  /**
   * For a key that was made where it will be used. Repeating a call with the same key answers with
   * the same certificate.
   *
   * @param request PKCS#10, PEM or DER
   */
  Enrolled enroll(Applicant applicant, byte[] request);

  /**
   * Makes the key here, in memory, and forgets it.
   *
   * @param filePassword opens the file; given by whoever asks
   * @return PKCS#12
   */
  byte[] enrollAsFile(Applicant applicant, String filePassword);
}
