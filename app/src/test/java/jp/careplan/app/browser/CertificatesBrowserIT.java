package jp.careplan.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.careplan.app.house.House.SUPPORT_CENTER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import jp.careplan.app.house.Enrolment;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 端末と証明書 in a browser. */
@ExtendWith({HouseKeeper.class, BrowserKeeper.class})
class CertificatesBrowserIT {
  private final House house;
  private final Visitors visitors;

  CertificatesBrowserIT(House house, Visitors visitors) {
    this.house = house;
    this.visitors = visitors;
  }

  @Test
  void aTerminalIsStoppedAfterAQuestion() throws Exception {
    var terminal = new Enrolment(house.node(), SUPPORT_CENTER);
    var client = terminal.client(Enrolment.chain(terminal.ask("止める端末")));
    client.signIn();
    var visitor = visitors.come(house).enter(SUPPORT_CENTER);
    visitor.open("/account/certificates");

    row(visitor).getByText("失効させる").click();
    assertThat(visitor.at("#question")).containsText("止める端末");
    assertEquals(200, client.get("/overview").statusCode(), "nothing happens before the answer");
    visitor.at("#reason").selectOption("CESSATION_OF_OPERATION");
    visitor.press("この端末の電子証明書を失効させる");

    assertThat(visitor.at("#messages")).containsText("失効させました");
    assertThat(row(visitor)).containsText("✗ 失効");
    assertEquals(401, client.get("/overview").statusCode());
  }

  @Test
  void theOfficeSetsItsIssuingPassword() {
    var visitor = visitors.come(house).enter(SUPPORT_CENTER);
    visitor.open("/account/certificates");
    visitor.page().getByText("証明書発行用パスワードを決める・変える").click();

    visitor.at("#wanted").fill("short");
    visitor.at("#again").fill("other");
    visitor.press("このパスワードに決める");

    assertThat(visitor.at("#messages")).containsText("2つの欄で違います");
    assertEquals("端末と証明書 | ケアプランデータ連携", visitor.page().title());
  }

  private static Locator row(Visitor visitor) {
    return visitor.at("#terminals tr").filter(new Locator.FilterOptions().setHasText("止める端末"));
  }
}
