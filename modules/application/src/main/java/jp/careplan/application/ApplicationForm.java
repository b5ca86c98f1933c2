package jp.careplan.application;

/** What is typed into an application; as it was typed, so that nothing of it is lost. */
public record ApplicationForm(Premises premises, Description description) {

  /**
   * 前提の確認.
   *
   * @param partnerAsked whether partners were asked that they take part
   * @param careSoftware its name
   * @param entrustedOnly whether it is meant for preventive plans on behalf of a support centre
   *     (介護予防の委託) alone
   */
  public record Premises(boolean partnerAsked, String careSoftware, boolean entrustedOnly) {}

  /**
   * 事業所の情報.
   *
   * @param kinds codes of the service kinds, parted by blanks
   * @param formerNumber office number before it was changed; empty text: none
   */
  public record Description(
      String name,
      String kanaName,
      String address,
      String mail,
      String kinds,
      String formerNumber) {}

  /**
   * What must be put right.
   *
   * @param field name of the component of the form
   * @param words what to do, one sentence
   */
  public record Fault(String field, String words) {}
}
