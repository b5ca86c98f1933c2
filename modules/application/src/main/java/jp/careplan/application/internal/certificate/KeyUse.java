package jp.careplan.application.internal.certificate;

import java.util.Set;

/** A bit of the key usage extension (RFC 5280, 4.2.1.3). */
public enum KeyUse {
  DIGITAL_SIGNATURE(0),
  NON_REPUDIATION(1),
  KEY_ENCIPHERMENT(2),
  DATA_ENCIPHERMENT(3),
  KEY_AGREEMENT(4),
  KEY_CERT_SIGN(5),
  CRL_SIGN(6);

  private final int bit;

  KeyUse(int bit) {
    this.bit = bit;
  }

  /** Bits as Bouncy Castle's KeyUsage takes them. */
  static int bits(Set<KeyUse> uses) {
    return uses.stream().mapToInt(use -> 0x80 >> use.bit).reduce(0, (a, b) -> a | b);
  }

  /** Whether an array as of {@code X509Certificate.getKeyUsage} has this bit. */
  boolean in(boolean[] usage) {
    return usage.length > bit && usage[bit];
  }
}
