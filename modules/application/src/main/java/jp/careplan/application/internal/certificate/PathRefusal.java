package jp.careplan.application.internal.certificate;

/** Why a certificate path is refused. The names are stable: callers may store and compare them. */
public enum PathRefusal {
  /** Nothing was presented. */
  NO_CERTIFICATE,
  /** Not a certificate in DER, bytes left over, or an extension whose content cannot be read. */
  MALFORMED,
  /** The same extension twice. */
  DUPLICATE_EXTENSION,
  /**
   * Extensions or unique identifiers that the version does not have; where strict, not version 3.
   */
  VERSION,
  /** Strict: the serial number is not positive, or longer than 20 octets. */
  SERIAL_NUMBER,
  /** The algorithm inside the signed part is another than the one outside. */
  SIGNATURE_ALGORITHM_MISMATCH,
  /** Strict: times not written as RFC 5280, 4.1.2.5 says, or the end before the beginning. */
  VALIDITY_ENCODING,
  /**
   * Strict: no issuer, an authority without subject, no subject and no critical alternative name.
   */
  EMPTY_NAME,
  /** Strict: an extension is critical that must not be, or is not that must be. */
  EXTENSION_CRITICALITY,
  /** Strict: an extension for authorities in a certificate that is none. */
  EXTENSION_NOT_ALLOWED,
  /** Strict: an extension is missing that every such certificate has. */
  MISSING_EXTENSION,
  /** Strict: the authority key identifier names another key than the issuer's. */
  KEY_IDENTIFIER,
  /** The moment lies after the validity. */
  EXPIRED,
  /** The moment lies before the validity. */
  NOT_YET_VALID,
  /** The moment lies outside the anchor's validity, and the rules ask for it. */
  ANCHOR_NOT_VALID,
  /** No presented certificate and no anchor bears the issuer's name. */
  UNKNOWN_ISSUER,
  /** The signature does not fit to any issuer of that name. */
  BAD_SIGNATURE,
  /** An issuer is no authority: no basic constraints, or cA false. */
  NOT_AN_AUTHORITY,
  /** The certificate to be judged is an authority's, and the rules do not want that. */
  LEAF_IS_AUTHORITY,
  /** More authorities below one another than a path length constraint allows. */
  PATH_LENGTH,
  /** A name outside the permitted or inside the excluded ones of an authority. */
  NAME_CONSTRAINTS,
  /** Key usage forbids what the key is used for. */
  KEY_USAGE,
  /** Extended key usage does not have the purpose that is asked for. */
  EXTENDED_KEY_USAGE,
  /** No accepted policy is valid for the whole path. */
  POLICY,
  /** A critical extension that nobody here understands. */
  UNKNOWN_CRITICAL_EXTENSION,
  /** Revoked by its issuer; time and reason stand beside. */
  REVOKED,
  /** No usable data says whether it is revoked. Does not mean that it is. */
  REVOCATION_UNKNOWN,
  /** What data there is, is older than the rules allow. */
  REVOCATION_STALE,
  /** A signature algorithm that is weak (SHA-1, MD5) or not known. */
  WEAK_ALGORITHM,
  /** A key that is weak (RSA under 2048 bits) or of a kind that is not accepted. */
  WEAK_KEY,
  /** Too many certificates, ways or names to try. */
  TOO_COMPLEX
}
