package jp.careplan.app.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who runs this deployment, as the footer names them; what is not set is not shown. */
@Named
@ApplicationScoped
public class Operator {
  @Inject
  @ConfigProperty(name = "careplan.operator.name")
  private Optional<String> name;

  @Inject
  @ConfigProperty(name = "careplan.operator.phone")
  private Optional<String> phone;

  @Inject
  @ConfigProperty(name = "careplan.operator.hours")
  private Optional<String> hours;

  public String getName() {
    return name.orElse("");
  }

  public String getPhone() {
    return phone.orElse("");
  }

  public String getHours() {
    return hours.orElse("");
  }

  public boolean isKnown() {
    return !getName().isEmpty() || !getPhone().isEmpty();
  }
}
