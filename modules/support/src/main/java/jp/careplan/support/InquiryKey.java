package jp.careplan.support;

/**
 * What opens one inquiry.
 *
 * @param number 受付番号, 8 digits
 * @param code 確認コード
 */
public record InquiryKey(String number, String code) {
  @Override
  public String toString() {
    return "InquiryKey[" + number + "]";
  }
}
