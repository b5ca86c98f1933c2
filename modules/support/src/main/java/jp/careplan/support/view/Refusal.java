package jp.careplan.support.view;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.careplan.kernel.DomainException;

/** What a page says about a refusal: what happened, why, what to do, code. */
final class Refusal {
  private Refusal() {}

  static String words(DomainException refusal) {
    return sentence(refusal.code().title()) + " " + reason(refusal);
  }

  /** The same without what happened, for pages that say this above it. */
  static String reason(DomainException refusal) {
    return Stream.of(
            sentence(refusal.detail()),
            refusal.code().remedy(),
            "（コード " + refusal.code().code() + "）")
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(" "));
  }

  private static String sentence(String text) {
    return text.isBlank() || text.endsWith("。") ? text : text + "。";
  }
}
