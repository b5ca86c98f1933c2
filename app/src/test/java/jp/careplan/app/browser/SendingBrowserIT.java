package jp.careplan.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.HELPERS;
import static jp.careplan.app.house.House.SECOND_CARE_MANAGER;
import static jp.careplan.app.house.House.SUPPORT_CENTER;
import static jp.careplan.app.house.House.WITHOUT_LICENCE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.TransmissionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith({HouseKeeper.class, BrowserKeeper.class})
class SendingBrowserIT {
  private final House house;
  private final Visitors visitors;

  SendingBrowserIT(House house, Visitors visitors) {
    this.house = house;
    this.visitors = visitors;
  }

  private Visitor beforeTheField() {
    Plans.acquainted(house);
    var visitor = visitors.come(house).enter(CARE_MANAGER);
    visitor.open("/office/send");
    return visitor;
  }

  @Test
  void whatIsLaidDownIsCheckedAndNotSent() {
    var visitor = beforeTheField();

    visitor.lay(
        Stream.of(house.unit().files(), Plans.withAnImpossibleTime(house.unit()))
            .flatMap(List::stream)
            .toList());

    assertThat(visitor.at("#state")).hasText("1件は送れます。1件は、このままでは送れません。");
    assertThat(visitor.at("#units")).containsText("✓ 送れます");
    assertThat(visitor.at("#units")).containsText("✗ 直すところ 1件");
    assertThat(visitor.at("#done")).hasCount(0);
  }

  @Test
  void aFindingSaysWhoseRowWhichValueAndWhatToDo() {
    var visitor = beforeTheField();

    visitor.lay(Plans.withAnImpossibleTime(house.unit()));

    var finding = visitor.at(".finding").first();
    assertThat(finding).containsText("1行目");
    assertThat(finding).containsText("架空　太郎さん");
    assertThat(finding).containsText("いまの値: 2460");
    assertThat(finding).containsText("→ ");
    assertThat(finding).containsText(Pattern.compile("コード [A-Z]{2}-[0-9]{3}"));
  }

  @Test
  void oneButtonSendsWhatIsRightAndLeavesTheRest() {
    var visitor = beforeTheField();
    visitor.lay(
        Stream.of(house.unit().files(), Plans.withAnImpossibleTime(house.unit()))
            .flatMap(List::stream)
            .toList());

    visitor.press("正しい 1件を送る");

    assertThat(visitor.at("#done tbody tr")).hasCount(1);
    assertThat(visitor.at("#done")).containsText("見本ヘルパーステーション");
    assertThat(visitor.at("#done td[data-label=受付番号]")).containsText(Pattern.compile("[0-9]"));
    assertThat(visitor.at("#state")).hasText("1件を送りました。1件は、このままでは送れません。");
    assertThat(visitor.at("#units tr.unit")).hasCount(1);
  }

  @Test
  void sendingGoesOnWhenTheBrowserIsClosed() {
    Plans.sent(house, SECOND_CARE_MANAGER, house.unit(SECOND_CARE_MANAGER, HELPERS).files());
    var visitor = visitors.come(house).enter(SECOND_CARE_MANAGER);
    visitor.open("/office/send");
    visitor.lay(units(SECOND_CARE_MANAGER, 12));
    assertThat(visitor.at("#smooth > summary")).containsText("1事業所に12件（12人）");
    visitor.press("正しい 12件を送る");
    visitor.page().close();

    var back = visitors.come(house).enter(SECOND_CARE_MANAGER);
    back.open("/office/send");

    assertThat(back.at("#last-state")).hasText("12件をすべて送りました。");
    back.at("#last summary").click();
    assertThat(back.at("#last tbody tr")).hasCount(12);
    back.press("この結果を片づける");
    assertThat(back.at("#last")).hasCount(0);
  }

  /** As a server leaves it that was stopped in the middle. */
  @Test
  void whatAStopOfTheServerLeftIsToldHonestly() {
    TransmissionId sent =
        Plans.sent(house, SUPPORT_CENTER, house.unit(SUPPORT_CENTER, HELPERS).files());
    Plans.brokenOff(house, SUPPORT_CENTER, sent);
    var visitor = visitors.come(house).enter(SUPPORT_CENTER);

    visitor.open("/office/send");

    assertThat(visitor.at("#last-state")).hasText("2件のうち1件を送りました。1件は送っていません。");
    assertThat(visitor.at("#last tbody tr").first()).containsText("✗ 送っていません");
    assertThat(visitor.at("#last tbody tr").last()).containsText("✓ 送りました");
    assertThat(visitor.at("#last")).containsText("もう一度置いてください");
  }

  @Test
  void whatIsPutAsideTakesAlongWhatIsOverAndNotWhatStillRuns() {
    var another = noted();
    house.update(
        "UPDATE exchange_dispatch SET user_id = 'KJ999900000066-01' WHERE id = ?", another.value());
    var running = noted();
    house.update(
        "UPDATE exchange_dispatch SET beat_at = '2099-01-01' WHERE id = ?", running.value());
    var over = noted();
    var newest = noted();
    var visitor = visitors.come(house).enter(SUPPORT_CENTER);
    visitor.open("/office/send");

    visitor.press("この結果を片づける");

    assertThat(visitor.at("#last-state")).containsText("送っています");
    String units = "exchange_dispatch_unit WHERE dispatch_id";
    String all = "exchange_dispatch WHERE id";
    assertEquals(List.of(2L, 2L, 0L, 0L), rows(units, another, running, over, newest));
    assertEquals(List.of(1L, 1L, 0L, 0L), rows(all, another, running, over, newest));
    house.update("DELETE FROM " + units + " IN (?, ?)", another.value(), running.value());
    house.update("DELETE FROM " + all + " IN (?, ?)", another.value(), running.value());
  }

  private TransmissionId noted() {
    var id = TransmissionId.next();
    Plans.brokenOff(house, SUPPORT_CENTER, id);
    return id;
  }

  private List<Long> rows(String of, TransmissionId... ids) {
    return Stream.of(ids)
        .map(id -> house.count("SELECT COUNT(*) FROM " + of + " = ?", id.value()))
        .toList();
  }

  private List<OfferedFile> units(String sender, int count) {
    return Stream.generate(() -> house.unit(sender, HELPERS).files())
        .limit(count)
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void whatIsWrongGoesOutWithAReasonThatTheOtherSideReads() {
    var visitor = beforeTheField();
    visitor.lay(Plans.withAnImpossibleTime(house.unit()));

    visitor.page().getByLabel("直さずに送る理由").fill("介護ソフトの更新を待っています");
    visitor.press("理由を書いてこのまま送る");

    assertThat(visitor.at("#done tbody tr")).hasCount(1);
    visitor.at("#done tbody a").click();
    assertThat(visitor.at("#sent-despite")).hasText("介護ソフトの更新を待っています");
    var reader = visitors.come(house).enter(HELPERS);
    reader.open("/office/transmission" + visitor.page().url().replaceFirst("[^?]*", ""));
    assertThat(reader.at("#sent-despite")).hasText("介護ソフトの更新を待っています");
  }

  @Test
  void whatIsWrongStaysWithoutAReason() {
    var visitor = beforeTheField();
    visitor.lay(Plans.withAnImpossibleTime(house.unit()));

    visitor.press("理由を書いてこのまま送る");

    assertThat(visitor.main()).containsText("理由");
    assertThat(visitor.at("#done")).hasCount(0);
    assertThat(visitor.at("#units tr.unit")).hasCount(1);
  }

  @Test
  void whatWasSentBeforeIsToldAndNotSentTwice() {
    var visitor = beforeTheField();
    List<OfferedFile> files = house.unit().files();
    TransmissionId before = Plans.sent(house, files);
    visitor.lay(files);

    visitor.press("正しい 1件を送る");

    assertThat(visitor.at("#units")).containsText("! 前に送っています");
    assertThat(visitor.link("前に送ったものを見る"))
        .hasAttribute("href", "/office/transmission?id=" + before);
    assertThat(visitor.at("#done")).hasCount(0);
  }

  @Test
  void aPersonWhomThePartnerNeverHadIsLookedAtBeforeTheUnitGoes() {
    var visitor = beforeTheField();
    visitor.lay(house.unit().people(2).files("99000000", "79000001"));
    assertThat(visitor.at("#state")).hasText("1件は、送り先を確かめてから送れます。");
    assertThat(visitor.at("#units")).containsText("? 確かめてから送れます");
    assertThat(visitor.at(".doubts")).containsText("この相手とのやりとりの記録が残っていない利用者だけです（2人）");

    visitor.press("見本ヘルパーステーション 予定（第6・7表） の送り先を確かめました");
    visitor.press("正しい 1件を送る");

    assertThat(visitor.at("#done tbody tr")).hasCount(1);
  }

  @Test
  void whoSendsAChangeIsToldAtOnceWhoStillHasTheVersionBefore() {
    Plans.changedForOne(house, "79000003");
    var visitor = beforeTheField();
    visitor.lay(Plans.changed(house, "79000003", "0604,,0930"));

    visitor.press("正しい 1件を送る");

    assertThat(visitor.at("#done .behind")).containsText("前の版のままの事業所が 1か所あります");
    visitor.at("#done .behind a").click();
    assertThat(visitor.at("#behind li")).containsText("試験デイサービス");
  }

  @Test
  void aChangeGoesToTheRestWithOnePress() {
    TransmissionId change = Plans.changedForOne(house, "79000002");
    var visitor = visitors.come(house).enter(CARE_MANAGER);
    visitor.open("/office/transmission?id=" + change);
    assertThat(visitor.at("#behind li")).hasCount(1);
    assertThat(visitor.at("#behind li")).containsText("（1人）");

    visitor.press("残りにも送る");

    assertThat(visitor.at("#done tbody tr")).hasCount(1);
    assertThat(visitor.at("#done td[data-label=受付番号]")).containsText(Pattern.compile("[0-9]"));
    visitor.open("/office/transmission?id=" + change);
    assertThat(visitor.at("#behind")).hasCount(0);
  }

  @Test
  void aFileThatIsNoCsvIsPutAside() {
    var visitor = beforeTheField();

    visitor.lay(List.of(new OfferedFile("memo.txt", new byte[] {'x'})));

    assertThat(visitor.at("#upload-trouble")).containsText("CSVでないファイルは外しました");
    assertThat(visitor.at("#units")).hasCount(0);
  }

  /** As the hand does it: what lies under the pointer are files of this machine. */
  private static void drag(Visitor visitor, Path... paths) {
    var field = visitor.at("#drop").boundingBox();
    var session = visitor.page().context().newCDPSession(visitor.page());
    for (String kind : List.of("dragEnter", "dragOver", "drop")) {
      var files = new JsonArray();
      Stream.of(paths).map(Path::toString).forEach(files::add);
      var data = new JsonObject();
      data.add("items", new JsonArray());
      data.add("files", files);
      data.addProperty("dragOperationsMask", 1);
      var event = new JsonObject();
      event.addProperty("type", kind);
      event.addProperty("x", field.x + field.width / 2);
      event.addProperty("y", field.y + field.height / 2);
      event.add("data", data);
      session.send("Input.dispatchDragEvent", event);
      if (kind.equals("dragOver")) {
        assertThat(visitor.at("#drop")).hasClass(Pattern.compile("\\bover\\b"));
      }
    }
  }

  private static List<Path> saved(Path folder, List<OfferedFile> files) throws IOException {
    var paths = new ArrayList<Path>();
    for (OfferedFile file : files) {
      paths.add(Files.write(Files.createDirectories(folder).resolve(file.name()), file.content()));
    }
    return paths;
  }

  @Test
  void filesAreDraggedOntoTheField(@TempDir Path folder) throws IOException {
    var paths = saved(folder, house.unit().files());
    var visitor = beforeTheField();

    drag(visitor, paths.toArray(Path[]::new));

    assertThat(visitor.at("#state")).hasText("1件は送れます。");
    assertThat(visitor.at("#units tr.unit")).hasCount(1);
    assertThat(visitor.at("#drop")).not().hasClass(Pattern.compile("\\bover\\b"));
  }

  @Test
  void foldersAreDraggedOntoTheFieldAndKeptApart(@TempDir Path folder) throws IOException {
    var files = house.unit().files();
    saved(folder.resolve("out/first"), files);
    saved(folder.resolve("out/second"), files);
    var visitor = beforeTheField();

    drag(visitor, folder.resolve("out"));

    assertThat(visitor.at("#state")).hasText("2件は送れます。");
    assertThat(visitor.at("#units")).containsText("out/first");
    assertThat(visitor.at("#units")).containsText("out/second");
  }

  /** A mail program hands files over that lie in no folder. */
  @Test
  void filesOfAnotherProgramAreDraggedOntoTheField() {
    var visitor = beforeTheField();
    var files =
        house.unit().files().stream()
            .map(file -> List.of(file.name(), Base64.getEncoder().encodeToString(file.content())))
            .toList();

    visitor
        .page()
        .evaluate(
            """
            files => {
              const data = new DataTransfer();
              files.forEach(([name, content]) => data.items.add(
                  new File([Uint8Array.from(atob(content), it => it.charCodeAt(0))], name)));
              document.getElementById('drop').dispatchEvent(
                  new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}));
            }
            """,
            files);

    assertThat(visitor.at("#state")).hasText("1件は送れます。");
  }

  @Test
  void whenTheSessionIsOverWhatIsLaidDownLeadsToTheWayIn() {
    OfficeClient launcher = house.office(CARE_MANAGER);
    var visitor = visitors.come(house).enter(launcher);
    visitor.open("/office/send");
    launcher.delete("/sessions/current");

    visitor.lay(house.unit().files());

    assertThat(visitor.page()).hasURL(Pattern.compile("/way-in\\?reason=over$"));
    assertThat(visitor.main()).containsText("送ったものは失われていません。");
  }

  @Test
  void whenTheSessionIsOverAButtonLeadsToTheWayIn() {
    OfficeClient launcher = house.office(CARE_MANAGER);
    var visitor = visitors.come(house).enter(launcher);
    visitor.open("/office/send");
    visitor.lay(house.unit().files());
    assertThat(visitor.at("#state")).hasText("1件は送れます。");
    launcher.delete("/sessions/current");

    visitor.press("正しい 1件を送る");

    assertThat(visitor.page()).hasURL(Pattern.compile("/way-in\\?reason=over$"));
  }

  @Test
  void anOfficeWithoutLicenceMayCheckAndIsToldThatItCannotSend() {
    var visitor = visitors.come(house).enter(WITHOUT_LICENCE);

    visitor.open("/office/send");

    assertThat(visitor.at("#licence")).containsText("いまは送れません");
    assertThat(visitor.button("ファイルを選ぶ")).isVisible();
  }
}
