package jp.careplan.application.page;

import java.util.List;
import jp.careplan.kernel.ServiceKind;

/**
 * What pages call a kind of service. Declared here, answered by a higher module, whose standard
 * lists the kinds.
 */
public interface KindWords {
  /** 訪問介護（11）; the code alone where no table lists it. */
  String of(ServiceKind kind);

  /** The kinds that exchange plans, as a list to tick shows them. */
  List<Group> exchanged();

  /** Kinds under one title. */
  record Group(String title, List<ServiceKind> kinds) {}
}
