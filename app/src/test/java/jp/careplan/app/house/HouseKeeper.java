package jp.careplan.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the run's one {@link House} to every test that asks for it and closes it at the end. After
 * each class it looks whether people can read all that the tests left in the audit trail.
 */
public final class HouseKeeper implements ParameterResolver, AfterAllCallback {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == House.class;
  }

  @Override
  public House resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return store(context).getOrComputeIfAbsent(House.class, any -> House.open(), House.class);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    House house = store(context).get(House.class, House.class);
    if (house != null) {
      List<String> actions = house.texts("SELECT DISTINCT action FROM kernel_audit_entry");
      assertEquals(List.of(), ActionNames.missing(actions), "audit actions without words");
    }
  }

  private static Store store(ExtensionContext context) {
    return context.getRoot().getStore(Namespace.create(HouseKeeper.class));
  }
}
