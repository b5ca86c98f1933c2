package jp.careplan.application;

import static jp.careplan.application.ApplicationProblem.CERTIFICATE_EXPIRED;
import static jp.careplan.application.ApplicationProblem.CERTIFICATE_FORM;
import static jp.careplan.application.ApplicationProblem.CERTIFICATE_ISSUER;
import static jp.careplan.application.ApplicationProblem.CERTIFICATE_KIND;
import static jp.careplan.application.ApplicationProblem.CERTIFICATE_NOT_YET_VALID;
import static jp.careplan.application.ApplicationProblem.CERTIFICATE_PURPOSE;
import static jp.careplan.application.ApplicationProblem.CERTIFICATE_REVOKED;
import static jp.careplan.application.ApplicationProblem.CERTIFICATE_WEAK;
import static jp.careplan.application.ApplicationProblem.NO_CERTIFICATE;
import static jp.careplan.application.ApplicationProblem.REVOCATION_UNCLEAR;

import jp.careplan.application.internal.certificate.PathRefusal;

/**
 * What an office is told about a chain that does not hold.
 *
 * @param sentence what is wrong in this case
 */
record CertificateRefusal(ApplicationProblem code, String sentence) {

  static CertificateRefusal of(PathRefusal reason) {
    return switch (reason) {
      case NO_CERTIFICATE -> new CertificateRefusal(NO_CERTIFICATE, "");
      case MALFORMED -> form("電子証明書として読み取れません。");
      case DUPLICATE_EXTENSION -> form("同じ項目が2回書かれています。");
      case VERSION -> form("版（バージョン）が3ではありません。");
      case SERIAL_NUMBER -> form("シリアル番号の形が違います。");
      case SIGNATURE_ALGORITHM_MISMATCH -> form("署名の方式の書き方が、2か所で違います。");
      case VALIDITY_ENCODING -> form("有効期間の書き方が違います。");
      case EMPTY_NAME -> form("発行者か持ち主の名前がありません。");
      case EXTENSION_CRITICALITY -> form("項目の重要度の付け方が違います。");
      case EXTENSION_NOT_ALLOWED -> form("事業所の電子証明書にない項目があります。");
      case MISSING_EXTENSION -> form("なくてはならない項目がありません。");
      case UNKNOWN_CRITICAL_EXTENSION -> form("重要とされた項目を、こちらで読み取れません。");
      case TOO_COMPLEX -> form("付いている電子証明書が多すぎます。");
      case EXPIRED -> new CertificateRefusal(CERTIFICATE_EXPIRED, "");
      case NOT_YET_VALID -> new CertificateRefusal(CERTIFICATE_NOT_YET_VALID, "");
      case ANCHOR_NOT_VALID -> issuer("発行した認証局の有効期間の外です。");
      case UNKNOWN_ISSUER -> issuer("この発行者は、登録された認証局につながりません。");
      case BAD_SIGNATURE -> issuer("発行者の署名が正しくありません。");
      case KEY_IDENTIFIER -> issuer("発行者の鍵の名前が合いません。");
      case NOT_AN_AUTHORITY -> issuer("認証局ではないところが発行しています。");
      case PATH_LENGTH -> issuer("認証局の段の数が、決まりより多くなっています。");
      case NAME_CONSTRAINTS -> issuer("この発行者には許されていない名前です。");
      case LEAF_IS_AUTHORITY -> purpose("認証局の証明書です。");
      case KEY_USAGE -> purpose("署名に使える証明書ではありません。");
      case EXTENDED_KEY_USAGE -> purpose("ログインに使える証明書ではありません。");
      case POLICY -> new CertificateRefusal(CERTIFICATE_KIND, "");
      case REVOKED -> new CertificateRefusal(CERTIFICATE_REVOKED, "");
      case REVOCATION_UNKNOWN ->
          new CertificateRefusal(REVOCATION_UNCLEAR, "発行者の失効リストが、こちらに届いていません。");
      case REVOCATION_STALE -> new CertificateRefusal(REVOCATION_UNCLEAR, "発行者の失効リストが、古くなっています。");
      case WEAK_ALGORITHM -> new CertificateRefusal(CERTIFICATE_WEAK, "署名の方式が古く、弱いものです。");
      case WEAK_KEY -> new CertificateRefusal(CERTIFICATE_WEAK, "鍵が短いか、使えない種類です。");
    };
  }

  private static CertificateRefusal form(String sentence) {
    return new CertificateRefusal(CERTIFICATE_FORM, sentence);
  }

  private static CertificateRefusal issuer(String sentence) {
    return new CertificateRefusal(CERTIFICATE_ISSUER, sentence);
  }

  private static CertificateRefusal purpose(String sentence) {
    return new CertificateRefusal(CERTIFICATE_PURPOSE, sentence);
  }
}
