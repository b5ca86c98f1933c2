package jp.careplan.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People without an account look for an answer, in a browser that runs no script. */
@ExtendWith({HouseKeeper.class, BrowserKeeper.class})
class SupportBrowserIT {
  private final House house;
  private final Visitors visitors;

  SupportBrowserIT(House house, Visitors visitors) {
    this.house = house;
    this.visitors = visitors;
  }

  private Visitor come() {
    return visitors.comeWithoutScript(house);
  }

  /** The index of a node that has just started is made within seconds. */
  private Visitor search(String words) {
    Visitor visitor = come();
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    do {
      visitor.open("/support");
      visitor.at("#q").fill(words);
      visitor.press("さがす");
    } while (visitor.at("#not-ready").count() > 0 && Instant.now().isBefore(end));
    return visitor;
  }

  /** Waits until this node can search. */
  void searchable() {
    search("料金");
  }

  @Test
  void aQuestionInPeoplesWordsLeadsToItsAnswer() {
    var visitor = search("ﾊﾟｽﾜｰﾄﾞわすれた");

    assertThat(visitor.at("#found mark").first()).hasText("パスワード");
    visitor.at("#found a").first().click();
    assertThat(visitor.at("h1")).hasText("パスワードを忘れました");
    assertThat(visitor.at("#answer")).containsText("セキュリティメール");
  }

  @Test
  void aSlipIsAskedAbout() {
    var visitor = search("証名書の期限");

    visitor.at("#suggestion a").click();

    assertThat(visitor.at("#q")).hasValue("証明書の期限");
    assertThat(visitor.at("#suggestion")).hasCount(0);
  }

  @Test
  void oneKindAloneIsAnAddressThatCanBeShared() {
    var visitor = search("送る");

    visitor.at(".facets a[href$='kind=GUIDE']").click();

    assertThat(visitor.page()).hasURL(Pattern.compile("kind=GUIDE$"));
    assertThat(visitor.at("#found a").first()).hasText("送る手順");
  }

  @Test
  void aSharedAddressIsReadAsItWasWritten() {
    search("料金");
    var stranger = come();

    stranger.open("/support/search?q=証名書の期限");

    assertThat(stranger.at("#q")).hasValue("証名書の期限");
    assertThat(stranger.at("#suggestion a")).hasText("証明書の期限");
  }

  @Test
  void nothingFoundLeadsOn() {
    var visitor = search("xyzzy");

    assertThat(visitor.at("#nothing")).containsText("別の言い方");
    assertThat(visitor.main()).containsText("分類から見る");
  }

  @Test
  void whatIsTypedIsShownAndNotObeyed() {
    var visitor = search("<b id=evil>料金</b>");

    assertThat(visitor.at("#q")).hasValue("<b id=evil>料金</b>");
    assertThat(visitor.at("#evil")).hasCount(0);
  }

  @Test
  void everyListedQuestionAndGuideOpens() {
    var visitor = come();
    for (String list : List.of("/support/faq?category=F", "/support/guides", "/support/news")) {
      visitor.open(list);
      for (Locator link : visitor.at("main .plain-list a, main .news-list a").all()) {
        String address = link.getAttribute("href");
        assertEquals(200, visitor.page().request().get(address).status(), address);
      }
    }
    assertEquals(404, visitor.open("/support/answer?name=Z-1").status());
    assertThat(visitor.main()).containsText("SU-101");
  }

  @Test
  void wordsLeadToTheirMeaning() {
    var visitor = come();
    visitor.open("/support/answer?name=F-59");

    visitor.at("#answer a").first().click();

    assertThat(visitor.at("h1")).hasText("用語集");
  }

  /** Every node polls the number. */
  @Test
  void aChangedTextIsFoundWithinSecondsAndNeverOverwritten() {
    search("料金");
    house.update(
        "UPDATE support_text SET title = 'キリンの餌代はいくらですか' WHERE kind = 'FAQ' AND name = 'A-12'");
    house.update("UPDATE support_revision SET counted = counted + 1");
    try {
      Instant end = Instant.now().plus(Duration.ofSeconds(20));
      Visitor visitor;
      do {
        visitor = search("キリンの餌");
      } while (visitor.at("#found mark").count() == 0 && Instant.now().isBefore(end));

      assertThat(visitor.at("#found a").first()).hasText("キリンの餌代はいくらですか");
      assertTrue(house.count("SELECT COUNT(*) FROM support_text WHERE kind = 'FAQ'") >= 105);
    } finally {
      house.update(
          "UPDATE support_text SET title = '民間の同じようなサービスを使っています' WHERE kind = 'FAQ' AND name ="
              + " 'A-12'");
      house.update("UPDATE support_revision SET counted = counted + 1");
    }
  }
}
