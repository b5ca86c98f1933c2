package jp.careplan.app.security;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PageShelfTest {
  private static final long MOST = 100_000;

  /** Of bytes that do not pack. */
  private static KeptPage page(int bytes) {
    var content = new byte[bytes];
    new Random(7).nextBytes(content);
    return new KeptPage("text/html", "", content);
  }

  @Test
  void whatDoesNotFitIsNotKeptAndWhatIsThereStays() {
    var shelf = new PageShelf("edition", 1);
    long kept = 0;

    for (int i = 0; i < 1000; i++) {
      KeptPage page = page(3_000);
      shelf.keep("/page?name=" + i, page, MOST);
      kept += shelf.find("/page?name=" + i).map(KeptPage::size).orElse(0L);
    }

    assertTrue(kept > MOST * 9 / 10 && kept <= MOST, "kept: " + kept);
    assertTrue(shelf.find("/page?name=0").isPresent());
    assertFalse(shelf.find("/page?name=999").isPresent());
  }

  @Test
  void aPageThatTwoDrewAtOnceCountsOnce() {
    var shelf = new PageShelf("edition", 1);
    for (int i = 0; i < 1000; i++) {
      shelf.keep("/first", page(3_000), MOST);
    }

    shelf.keep("/second", page(3_000), MOST);

    assertTrue(shelf.find("/second").isPresent());
  }

  @Test
  void aShelfIsOfItsEditionAndMinuteAlone() {
    var shelf = new PageShelf("edition", 1);

    assertTrue(shelf.isOf("edition", 1));
    assertFalse(shelf.isOf("edition", 2));
    assertFalse(shelf.isOf("other", 1));
    assertFalse(PageShelf.empty().isOf(0));
  }
}
