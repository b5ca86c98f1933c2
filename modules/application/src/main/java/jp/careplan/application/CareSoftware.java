package jp.careplan.application;

/**
 * 介護ソフト that went through the vendor test (ベンダ試験).
 *
 * @param csvVersion edition of the standard, as people say it
 * @param tested kinds of files that were tested
 */
public record CareSoftware(String name, String maker, String csvVersion, String tested) {
  public String getName() {
    return name;
  }

  public String getMaker() {
    return maker;
  }

  public String getCsvVersion() {
    return csvVersion;
  }

  public String getTested() {
    return tested;
  }
}
