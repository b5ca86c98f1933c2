package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import jp.careplan.kernel.OfficeNumber;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** 練習用の相手: the number that answers by itself, where the settings name one. */
@ApplicationScoped
class PracticeOffice {
  static final String NAME = "練習用事業所";

  @Inject
  @ConfigProperty(name = "careplan.practice.office")
  private Optional<String> number;

  Optional<OfficeNumber> number() {
    return number.map(OfficeNumber::new);
  }

  boolean is(OfficeNumber office) {
    return number.filter(office.value()::equals).isPresent();
  }
}
