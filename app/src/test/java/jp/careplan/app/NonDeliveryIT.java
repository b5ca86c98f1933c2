package jp.careplan.app;

import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.HELPERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jp.careplan.app.house.Database;
import jp.careplan.app.house.Node;
import jp.careplan.app.house.SampleUnit;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.kernel.BusinessCalendar;
import org.junit.jupiter.api.Test;

/** Days pass by the clock of a demo, so this node is its own. */
class NonDeliveryIT {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final String MAILS = "kernel_mail";

  @Test
  void bothSidesAreToldOnceOfWhatNobodyReceivedWithoutHavingOrderedIt() throws Exception {
    try (var database = Database.start();
        var node = Node.start(database, Map.of())) {
      update(database, "UPDATE application_office SET mail = 'desk@careplan.example'");
      var id = TransmissionId.next();
      var files = SampleUnit.plan(CARE_MANAGER, HELPERS, "20260520090000").files();
      assertEquals(201, node.office(CARE_MANAGER).signIn().offer(id, files).statusCode());
      assertEquals(0, count(database, MAILS));

      goTo(node, workingDays(4).atTime(10, 0));
      await(database, 2);
      assertEquals(2, count(database, "exchange_unreceived_told"));
      long told = count(database, MAILS);
      TimeUnit.SECONDS.sleep(25); // another round tells nothing new
      assertEquals(told, count(database, MAILS));
    }
  }

  private static LocalDate workingDays(int count) {
    var calendar = new BusinessCalendar();
    LocalDate day = LocalDate.now(JAPAN);
    for (int left = count; left > 0; ) {
      day = day.plusDays(1);
      left -= calendar.isWorkingDay(day) ? 1 : 0;
    }
    return day;
  }

  private static void goTo(Node node, LocalDateTime moment) throws Exception {
    Duration ahead = Duration.between(ZonedDateTime.now(JAPAN), moment.atZone(JAPAN));
    Files.writeString(node.home().resolve("clock-ahead"), ahead.toString());
  }

  private static void await(Database database, long wanted) throws Exception {
    for (int i = 0; i < 120 && count(database, "exchange_unreceived_told") < wanted; i++) {
      TimeUnit.MILLISECONDS.sleep(500);
    }
    assertTrue(count(database, MAILS) >= wanted);
  }

  private static void update(Database database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static long count(Database database, String table) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
      row.next();
      return row.getLong(1);
    }
  }
}
