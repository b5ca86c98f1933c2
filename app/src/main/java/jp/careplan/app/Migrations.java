package jp.careplan.app;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Holds the one data source and brings each module's tables up to date before anything else runs.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@DataSourceDefinition(
    name = "java:app/careplan",
    className = "${MPCONFIG=careplan.db.driver}",
    url = "${MPCONFIG=careplan.db.url}",
    user = "${MPCONFIG=careplan.db.user}",
    password = "${MPCONFIG=careplan.db.password}",
    isolationLevel = Connection.TRANSACTION_READ_COMMITTED,
    initialPoolSize = 4,
    maxPoolSize = 32,
    properties = {
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=auto-commit",
      "fish.payara.validate-atmost-once-period-in-seconds=5",
      "fish.payara.fail-all-connections=true",
      "fish.payara.match-connections=false"
    })
public class Migrations {
  private static final List<String> MODULES =
      List.of("kernel", "application", "licensing", "exchange", "support");

  @Resource(lookup = "java:app/careplan")
  private DataSource dataSource;

  @PostConstruct
  void migrate() {
    Map<String, String> dialect =
        Map.of("ascii", isH2() ? "" : "CHARACTER SET ascii COLLATE ascii_bin");
    for (String module : MODULES) {
      Flyway.configure(Migrations.class.getClassLoader())
          .dataSource(dataSource)
          .locations("classpath:db/migration/" + module)
          .table(module + "_schema_history")
          .placeholders(dialect)
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .outOfOrder(true) // numbers are given out in ranges: a later release may fill a gap
          .load()
          .migrate();
    }
  }

  private boolean isH2() {
    try (Connection connection = dataSource.getConnection()) {
      return connection.getMetaData().getDatabaseProductName().equals("H2");
    } catch (SQLException e) {
      throw new IllegalStateException("database cannot be reached", e);
    }
  }
}
