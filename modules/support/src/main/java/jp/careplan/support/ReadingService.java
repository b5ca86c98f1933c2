package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import jp.careplan.kernel.DomainException;

@ApplicationScoped
class ReadingService implements Reading {
  @Inject private Texts texts;

  @Override
  public List<HelpText> all(TextKind kind) {
    return texts.all(kind);
  }

  @Override
  public HelpText require(TextKind kind, String name) {
    return texts
        .find(kind, name)
        .orElseThrow(() -> new DomainException(SupportProblem.NO_SUCH_TEXT, ""));
  }
}
