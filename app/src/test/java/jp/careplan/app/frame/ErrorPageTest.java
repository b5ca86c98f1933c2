package jp.careplan.app.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletException;
import java.sql.SQLIntegrityConstraintViolationException;
import jp.careplan.exchange.ExchangeProblem;
import jp.careplan.kernel.DomainException;
import org.junit.jupiter.api.Test;

class ErrorPageTest {
  @Test
  void tellsARefusalThatLiesDeepInTheFailure() {
    var failure =
        new ServletException(
            new IllegalStateException(new DomainException(ExchangeProblem.NOT_YOURS, "")));

    var page = ErrorPage.of(500, failure);

    assertEquals(404, page.status());
    assertEquals("EX-102", page.code());
  }

  @Test
  void saysNothingOfAFailureThatIsOurs() {
    var page = ErrorPage.of(500, new IllegalStateException("secret"));

    assertTrue(page.isOurFault());
    assertFalse((page.what() + page.why()).contains("secret"));
  }

  @Test
  void tellsWhoWasSecondThatSomebodyElseWasFirst() {
    var duplicate = new SQLIntegrityConstraintViolationException("key", "23000", 1062);

    var page = ErrorPage.of(500, new ServletException(duplicate));

    assertEquals("KE-203", page.code());
  }

  @Test
  void takesAnUnknownStatusOfTheCallersForABadRequest() {
    assertFalse(ErrorPage.of(418, null).isOurFault());
  }
}
