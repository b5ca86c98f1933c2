package jp.careplan.exchange.rest;

import java.util.Map;
import java.util.stream.Collectors;
import jp.careplan.exchange.Doubt;
import jp.careplan.exchange.ExchangeProblem;
import jp.careplan.exchange.SendingOutcome.AlreadySent;
import jp.careplan.exchange.SendingOutcome.Refused;
import jp.careplan.exchange.SendingOutcome.Unsure;
import jp.careplan.kernel.DomainException;

/** A refusal that tells programs more than its code. */
class RefusedException extends DomainException {
  private static final long serialVersionUID = 1L;
  private final transient Map<String, Object> extensions;

  RefusedException(Refused refused) {
    super(ExchangeProblem.UNIT_REFUSED, "指摘は" + refused.findings().size() + "件です。");
    this.extensions =
        Map.of(
            "overridable",
            refused.overridable(),
            "findings",
            ExchangeJson.array(refused.findings(), ExchangeJson::finding));
  }

  RefusedException(Unsure unsure) {
    super(
        ExchangeProblem.DESTINATION_UNSURE,
        unsure.doubts().stream().map(Doubt::words).collect(Collectors.joining("。")) + "。");
    this.extensions = Map.of("doubts", ExchangeJson.array(unsure.doubts(), ExchangeJson::doubt));
  }

  RefusedException(AlreadySent sent) {
    super(ExchangeProblem.SENT_BEFORE, "");
    this.extensions = Map.of("earlier", sent.earlier().value(), "sentAt", sent.at().toString());
  }

  @Override
  public Map<String, Object> extensions() {
    return extensions;
  }
}
