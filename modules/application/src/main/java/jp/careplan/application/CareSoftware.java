package jp.careplan.application;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * 介護ソフト that went through the vendor test (ベンダ試験).
 *
 * @param id empty text while it is not in the list
 * @param productVersion as its maker writes it; empty where it is not told
 * @param csvVersion edition of the standard, as people say it
 * @param tested in words, what no part of the test tells; may be empty
 * @param passed parts of the test
 * @param note for those who look for software; may be empty
 */
public record CareSoftware(
    String id,
    String name,
    String maker,
    String productVersion,
    String csvVersion,
    String tested,
    Set<VendorTestPart> passed,
    Optional<LocalDate> testedOn,
    String note) {

  /** As it was known before parts were told apart. */
  public CareSoftware(String name, String maker, String csvVersion, String tested) {
    this("", name, maker, "", csvVersion, tested, Set.of(), Optional.empty(), "");
  }

  public String getName() {
    return productVersion.isEmpty() ? name : name + " " + productVersion;
  }

  public String getMaker() {
    return maker;
  }

  public String getCsvVersion() {
    return csvVersion;
  }

  /** What was tested, in words: those typed, or the kinds of the parts. */
  public String getTested() {
    if (!tested.isEmpty()) {
      return tested;
    }
    return passed.stream()
        .map(part -> part.kind().toString())
        .distinct()
        .sorted()
        .reduce((a, b) -> a + "・" + b)
        .orElse("–");
  }
}
