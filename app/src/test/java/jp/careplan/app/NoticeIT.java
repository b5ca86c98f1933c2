package jp.careplan.app;

import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.DAY_SERVICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.kernel.TimeOrderedId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whom the notices of arrival go to, and what they count. */
@ExtendWith(HouseKeeper.class)
class NoticeIT {
  private final House house;

  NoticeIT(House house) {
    this.house = house;
  }

  private void order(String user, String mail) {
    house.update(
        "INSERT INTO exchange_notice_order (id, office, user_id, mail, rhythm, told_number, next_at,"
            + " reviewed_on, stop_code, version) VALUES (?, ?, ?, ?, 'AT_ONCE', (SELECT"
            + " COALESCE(MAX(last_number), 0) FROM exchange_mailbox WHERE office = ?),"
            + " '2026-01-01 00:00:00', '2099-01-01', ?, 1)",
        TimeOrderedId.next(),
        DAY_SERVICE,
        user,
        mail,
        DAY_SERVICE,
        TimeOrderedId.next().substring(4));
  }

  private void somethingArrives() {
    var unit = house.unit(CARE_MANAGER, DAY_SERVICE).files();
    assertEquals(201, house.office(CARE_MANAGER).offer(TransmissionId.next(), unit).statusCode());
  }

  private long orders(String user) {
    return house.count("SELECT COUNT(*) FROM exchange_notice_order WHERE user_id = '" + user + "'");
  }

  @Test
  void aNoticeCountsNothingThatItsReaderMayNotSee() {
    String limited = house.addStaff(DAY_SERVICE, "USER", "16");
    order(limited, "limited@limited.example");
    order(house.addStaff(DAY_SERVICE, "USER", ""), "whole@whole.example");

    somethingArrives(); // for 訪問介護 (11)

    assertTrue(house.mailTo("whole.example", 0).contains("新しく届いたもの"));
    assertEquals(0, house.mailsTo("limited.example").size());
    assertEquals(1, orders(limited));
  }

  @Test
  void whoeverWasTakenOutIsToldNothingAndForgotten() throws InterruptedException {
    String gone = house.addStaff(DAY_SERVICE, "USER", "");
    order(gone, "gone@gone.example");
    house.update(
        "UPDATE application_staff_user SET removed_at = '2026-01-01 00:00:00' WHERE user_id = ?",
        gone);

    somethingArrives();

    for (int i = 0; i < 200 && orders(gone) > 0; i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertEquals(0, orders(gone));
    assertEquals(0, house.mailsTo("gone.example").size());
  }
}
