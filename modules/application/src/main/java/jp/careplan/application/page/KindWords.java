package jp.careplan.application.page;

import jp.careplan.kernel.ServiceKind;

/**
 * What pages call a kind of service. Declared here, answered by a higher module, whose standard
 * lists the kinds.
 */
public interface KindWords {
  /** 訪問介護（11）; the code alone where no table lists it. */
  String of(ServiceKind kind);
}
