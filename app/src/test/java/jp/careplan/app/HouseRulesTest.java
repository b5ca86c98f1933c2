package jp.careplan.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The walls of the house, for every module of one list. */
class HouseRulesTest {
  private static final String ROOT = "jp.careplan.";

  /** Each module and the lower ones it may use; this is the one list. */
  private static final Map<String, List<String>> MODULES =
      Map.of(
          "kernel", List.of(),
          "application", List.of("kernel"),
          "licensing", List.of("application", "kernel"),
          "exchange", List.of("licensing", "application", "kernel"),
          "support", List.of("kernel"),
          "app", List.of("exchange", "licensing", "application", "support", "kernel"));

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(
              MODULES.keySet().stream().map(module -> ROOT + module).toArray(String[]::new));

  static Stream<String> modules() {
    return MODULES.keySet().stream().sorted();
  }

  private static String within(String module) {
    return ROOT + module + "..";
  }

  private static String[] boundariesOf(String module) {
    return new String[] {ROOT + module + ".view..", ROOT + module + ".rest.."};
  }

  @Test
  void modulesFormNoCircle() {
    slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void theListNamesEveryModuleOfTheHouse() {
    List<String> found =
        HOUSE.stream()
            .map(type -> type.getPackageName().substring(ROOT.length()).split("\\.")[0])
            .distinct()
            .sorted()
            .toList();

    assertEquals(modules().toList(), found);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void aModuleUsesLowerModulesOnly(String module) {
    List<String> closed = new ArrayList<>(MODULES.keySet());
    closed.remove(module);
    closed.removeAll(MODULES.getOrDefault(module, List.of()));

    noClasses()
        .that()
        .resideInAPackage(within(module))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(closed.stream().map(HouseRulesTest::within).toArray(String[]::new))
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  /**
   * Before the server starts, app's setup makes keys and certificates; it may look into technique.
   */
  @ParameterizedTest
  @MethodSource("modules")
  void roomsStayClosed(String module) {
    noClasses()
        .that()
        .resideOutsideOfPackages(within(module), "jp.careplan.app.setup..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + module + ".internal..")
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void boundariesSeeDoorsOnly(String module) {
    noClasses()
        .that()
        .resideInAnyPackage(boundariesOf(module))
        .should()
        .dependOnClassesThat(
            are(resideInAPackage("jakarta.persistence.."))
                .or(resideInAnyPackage("java.sql..", "javax.sql..")))
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void nobodyReachesIntoABoundary(String module) {
    noClasses()
        .that()
        .resideOutsideOfPackages(boundariesOf(module))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(boundariesOf(module))
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @Test
  void entitiesAreKnownToTheirModuleAlone() {
    classes()
        .that()
        .areAnnotatedWith(Entity.class)
        .or()
        .areAnnotatedWith(Embeddable.class)
        .should()
        .bePackagePrivate()
        .check(HOUSE);
  }

  @Test
  void whoHoldsAnEntityManagerIsNoPublicType() {
    noClasses()
        .that()
        .arePublic()
        .and()
        .areNotAnnotatedWith(Converter.class)
        .should()
        .dependOnClassesThat()
        .areAssignableTo(EntityManager.class)
        .check(HOUSE);
  }

  @Test
  void whatHappensIsLoggedAndNotPrinted() {
    noClasses()
        .that()
        .resideInAnyPackage(
            modules()
                .filter(it -> !it.equals("app"))
                .map(HouseRulesTest::within)
                .toArray(String[]::new))
        .and()
        .haveNameNotMatching(".*Command") // a program of its own speaks to its terminal
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("java.util.logging..")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .check(HOUSE);
  }

  @Test
  void theTimeComesFromTheOneClock() {
    noClasses()
        .that()
        .resideOutsideOfPackage("jp.careplan.app..")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(HOUSE);
  }

  @Test
  void thereIsAHouse() {
    assertTrue(HOUSE.size() > 100, "classes: " + HOUSE.size());
  }
}
