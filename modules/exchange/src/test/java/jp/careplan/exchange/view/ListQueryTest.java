package jp.careplan.exchange.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListQueryTest {
  @Test
  void keepsTheFilterInTheAddress() {
    var query = ListQuery.of(Map.of("month", "202606", "kind", "plan", "unread", "1"));

    assertEquals("/office/inbox?month=202606&kind=plan&unread=1", query.address("/office/inbox"));
  }

  @Test
  void goesOnFromACursorUnderTheSameFilter() {
    var query = ListQuery.of(Map.of("partner", "9970000022", "cursor", "old"));

    assertEquals(
        "/office/sent?partner=9970000022&cursor=17_x", query.address("/office/sent", "17_x"));
  }

  @Test
  void hasAPlainAddressWithoutAFilter() {
    var query = ListQuery.of(Map.of("month", "", "partner", "", "kind", ""));

    assertEquals("/office/inbox", query.address("/office/inbox"));
    assertFalse(query.isFiltering());
  }

  @Test
  void takesAPartnerTypedInFullWidth() {
    var query = ListQuery.of(Map.of("partner", " ９９７０００００２２ "));

    assertEquals(Optional.of("9970000022"), query.filter().partner());
  }

  @Test
  void leavesOutAMonthThatIsNone() {
    assertTrue(ListQuery.of(Map.of("month", "202613")).filter().month().isEmpty());
  }
}
