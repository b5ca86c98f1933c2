package jp.careplan.app.browser;

import jp.careplan.app.house.Database;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the run's one browser to every test that asks for it; everybody leaves after each test. */
final class BrowserKeeper implements ExecutionCondition, ParameterResolver, AfterEachCallback {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return Database.isEmbedded()
        ? ConditionEvaluationResult.disabled(
            "the pages do not know which database is below them; the run on MariaDB looks at them")
        : ConditionEvaluationResult.enabled("the run on MariaDB looks at the pages");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Visitors.class;
  }

  @Override
  public Visitors resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return visitors(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    visitors(context).leave();
  }

  private static Visitors visitors(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(BrowserKeeper.class))
        .getOrComputeIfAbsent(Visitors.class, any -> new Visitors(), Visitors.class);
  }
}
