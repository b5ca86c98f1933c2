package jp.careplan.kernel;

import static jp.careplan.kernel.KernelProblem.BAD_SETTING;
import static jp.careplan.kernel.OperatorSetting.Place.allowed;
import static jp.careplan.kernel.OperatorSetting.Place.needed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OperatorSettingTest {
  private static final OperatorSetting NUMBER = OperatorSetting.number("n", "上限", "台数", 3, 1, 100);
  private static final OperatorSetting MAIL =
      OperatorSetting.text("m", "文面", "本文", "{url}", needed("url", "アドレス"), allowed("user", "ID"));
  private static final OperatorSetting LINE = OperatorSetting.line("l", "運営者", "名前", "", 10);

  private static String refused(OperatorSetting setting, String typed) {
    var refusal = assertThrows(DomainException.class, () -> setting.checked(typed));
    assertEquals(BAD_SETTING, refusal.code());
    return refusal.detail();
  }

  @Test
  void aNumberMayBeTypedInFullWidth() {
    assertEquals("12", NUMBER.checked(" １２ "));
  }

  @Test
  void aNumberStaysWithinItsBounds() {
    for (String typed : new String[] {"0", "101", "", "-1", "3.5", "9999999999", "三"}) {
      assertEquals("台数は、1以上、100以下の数字で入れてください。", refused(NUMBER, typed), typed);
    }
  }

  @Test
  void aTextHoldsWhatItIsWorthNothingWithoutAndNoUnknownPlace() {
    assertEquals("本文は、{url}（アドレス）を入れてください。", refused(MAIL, "ない"));
    assertEquals("本文は、{name}は使えません。使えるのは、下に書いてある差し込みだけです。", refused(MAIL, "{url} {name}"));
    assertEquals("{url}\n{user}", MAIL.checked("{url}\r\n{user}\r\n"));
  }

  @Test
  void hoursAndDaysAreReadBeforeTheyAreKept() {
    var hours = OperatorSetting.hours("h", "受付", "受付時間", 100);
    var days = OperatorSetting.days("d", "受付", "休む日", 100);

    assertEquals("平日 9:00-17:00\n土 9:00-12:00", hours.checked("平日 9:00-17:00\r\n土 9:00-12:00 "));
    assertEquals("", hours.checked(" "));
    assertEquals("", days.checked(""));
    assertEquals("受付時間は、1行に1つ、曜日と時間で書いてください（例 平日 9:00から17:00まで）。", refused(hours, "いつでも"));
    refused(days, "夏");
  }

  @Test
  void aLineIsOneLineAndNotTooLong() {
    refused(LINE, "二\n行");
    refused(LINE, "十一文字より長い名前です");
    assertEquals("", LINE.checked(" "));
  }

  @Test
  void whatIsFilledInIsNotFilledInAgain() {
    assertEquals(
        "{b} と $1 と ", OperatorSetting.filled("{a} と {b} と {c}", Map.of("a", "{b}", "b", "$1")));
  }
}
