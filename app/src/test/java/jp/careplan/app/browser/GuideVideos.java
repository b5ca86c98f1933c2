package jp.careplan.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.HELPERS;
import static jp.careplan.app.house.House.SECOND_CARE_MANAGER;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jp.careplan.app.house.House;

/** The two videos of the guides. What is said in them stands word for word in the guides too. */
final class GuideVideos {
  private final House house;
  private final Visitors visitors;
  private final Path folder;

  GuideVideos(House house, Visitors visitors, Path folder) {
    this.house = house;
    this.visitors = visitors;
    this.folder = folder;
  }

  void make() {
    Plans.acquainted(house);
    send();
    receive();
  }

  private List<Cookie> pass(String office) {
    return visitors.come(house).enter(office).page().context().cookies();
  }

  private void send() {
    var film = new Film(house, visitors, pass(CARE_MANAGER), "/office/home");
    Visitor visitor = film.visitor();
    film.say("予定を送ります。はじめに、上の「送る」を押します。");
    film.press(visitor.at(".frame-nav").getByText("送る", exactly()));
    visitor.at("#drop").waitFor();
    film.point(visitor.at("#pick-files"));
    film.say("介護ソフトで書き出したファイルを、この枠に置きます。何個でも置けます。");
    visitor.lay(
        Stream.of(
                house.unit().people(3).files(),
                house.unit().people(2).files(),
                Plans.withAnImpossibleTime(house.unit()))
            .flatMap(List::stream)
            .toList());
    assertThat(visitor.at("#units")).containsText("✓ 送れます");
    film.say("置いただけでは送られません。すぐにチェックの結果が出ます。");
    film.poster(folder, "send");
    film.point(visitor.at(".finding").first());
    film.say("直すところがあるときは、だれの、どの行の、どの項目かが出ます。介護ソフトで直します。");
    film.point(visitor.button("正しい 2件を送る"));
    film.say("正しいものだけを、先に送れます。ボタンに件数が出ます。");
    film.press(visitor.button("正しい 2件を送る"));
    assertThat(visitor.at("#done tbody tr")).hasCount(2);
    film.point(visitor.at("#done td[data-label=受付番号]").first());
    film.say("受付番号が出たら終わりです。電話で聞かれたら、この番号を伝えます。");
    film.press(visitor.at("#done tbody a").first());
    visitor.at("#receipt-number").waitFor();
    film.say("相手が受け取ったかどうかは、この画面と「送信済み」でわかります。");
    film.end(folder, "send");
  }

  private void receive() {
    Plans.sent(
        house, SECOND_CARE_MANAGER, house.unit(SECOND_CARE_MANAGER, HELPERS).people(4).files());
    Plans.sent(house, house.unit().people(3).files());
    var film = new Film(house, visitors, pass(HELPERS), "/office/home");
    Visitor visitor = film.visitor();
    film.point(visitor.at("#count-unread"));
    film.say("届いたものは、最初の画面の「未受信」に数が出ます。「受信箱」を開きます。");
    film.press(visitor.at(".frame-nav").getByText("受信箱"));
    visitor.at("#list").waitFor();
    film.say("まだ受け取っていないものは、色と「● 未受信」の印でわかります。");
    film.poster(folder, "receive");
    film.press(visitor.at("#list tbody input[type=checkbox]").first());
    film.point(visitor.at("#receive-picked"));
    film.say("印を付けて「まとめて受け取る」を押します。送った相手に、受け取ったことが伝わります。");
    film.press(visitor.at("#receive-picked"));
    visitor.at("#messages .message").waitFor();
    film.press(visitor.at("#list tbody a").first());
    visitor.at("#download-all").first().waitFor();
    film.point(visitor.at("#download-all").first());
    film.say("「まとめて保存」を押すと、介護ソフトに取り込むファイルがパソコンに入ります。");
    film.press(visitor.at("#read").first());
    visitor.at("#people-list, #people, #forms").first().waitFor();
    film.say("介護ソフトがなくても、中身を紙と同じ形で読めます。印刷とPDFもできます。");
    film.press(visitor.at("#people-list a, #people a").first());
    visitor.at("#forms").waitFor();
    film.say("これで受け取りは終わりです。");
    film.end(folder, "receive");
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }
}
