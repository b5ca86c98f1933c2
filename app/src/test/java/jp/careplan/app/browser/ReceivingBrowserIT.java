package jp.careplan.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.HELPERS;
import static jp.careplan.app.house.House.SECOND_CARE_MANAGER;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.TransmissionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({HouseKeeper.class, BrowserKeeper.class})
class ReceivingBrowserIT {
  private static final Pattern STOP = Pattern.compile("/notices/stop\\?code=[A-Za-z0-9_-]{32}");

  private final House house;
  private final Visitors visitors;

  ReceivingBrowserIT(House house, Visitors visitors) {
    this.house = house;
    this.visitors = visitors;
  }

  private Visitor at(String office, TransmissionId transmission) {
    var visitor = visitors.come(house).enter(office);
    visitor.open("/office/transmission?id=" + transmission);
    return visitor;
  }

  @Test
  void theInboxShowsWhatArrivedAsUnread() {
    TransmissionId arrived = Plans.sent(house, house.unit().people(3).files());
    var visitor = visitors.come(house).enter(HELPERS);

    visitor.link("受信箱").first().click();

    assertThat(visitor.row(arrived)).containsText("● 未受信");
    assertThat(visitor.row(arrived)).containsText("架空ケアプランセンター");
    assertThat(visitor.row(arrived)).containsText("3人");
  }

  @Test
  void nothingOfTheContentIsSeenBeforeItIsReceived() {
    TransmissionId arrived = Plans.sent(house);

    var visitor = at(HELPERS, arrived);

    assertThat(visitor.main()).containsText("受け取ると、ここにファイルが並びます。");
    assertFalse(visitor.page().content().contains(".CSV"));
    assertFalse(visitor.page().content().contains("太郎"));
  }

  @Test
  void receivingBringsTheFiles() {
    List<OfferedFile> files = house.unit().files();
    var visitor = at(HELPERS, Plans.sent(house, files));

    visitor.press("受け取る");

    assertThat(visitor.at("#status")).hasText("✓ 受信済");
    assertThat(visitor.at("#files tbody th"))
        .hasText(files.stream().map(OfferedFile::name).toArray(String[]::new));
  }

  @Test
  void aSavedFileHasTheBytesThatWereSent() {
    List<OfferedFile> files = house.unit().files();
    var visitor = at(HELPERS, Plans.sent(house, files));
    visitor.press("受け取る");

    byte[] saved = visitor.download(visitor.at("#files tbody a").first());

    assertArrayEquals(files.getFirst().content(), saved);
  }

  @Test
  void allFilesAreSavedAsOneZip() throws IOException {
    List<OfferedFile> files = house.unit().files();
    var visitor = at(HELPERS, Plans.sent(house, files));
    visitor.press("受け取る");

    byte[] zip = visitor.download(visitor.at("#download-all"));

    var names = new ArrayList<String>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    assertEquals(files.stream().map(OfferedFile::name).toList(), names);
  }

  @Test
  void theSenderSeesThatItWasReceivedAndSaved() {
    TransmissionId sent = Plans.sent(house);
    var reader = at(HELPERS, sent);
    var sender = visitors.come(house).enter(CARE_MANAGER);

    reader.press("受け取る");
    assertThat(reader.at("#status")).hasText("✓ 受信済");
    sender.open("/office/sent");
    assertThat(sender.row(sent)).containsText("✓ 受信済");
    reader.download(reader.at("#download-all"));
    sender.page().reload();

    assertThat(sender.row(sent)).containsText("⤓ 保存済");
  }

  @Test
  void whatIsWithdrawnStaysAsATombstoneOnTheOtherSide() {
    TransmissionId sent = Plans.sent(house);
    var sender = at(CARE_MANAGER, sent);

    sender.at("#withdraw-open").click();
    assertThat(sender.at("#withdraw-dialog")).containsText("この送信を取り消しますか");
    sender.page().getByLabel("取り消す理由").fill("月を間違えました");
    sender.at("#withdraw").click();
    assertThat(sender.at("#status")).hasText("↩ 取消");
    var reader = visitors.come(house).enter(HELPERS);
    reader.open("/office/inbox");

    assertThat(reader.row(sent)).containsText("↩ 取消");
    assertThat(reader.row(sent)).containsText("理由: 月を間違えました");
    reader.open("/office/transmission?id=" + sent);
    assertThat(reader.main()).containsText("理由: 月を間違えました");
    assertThat(reader.at("#receive")).hasCount(0);
  }

  @Test
  void theSenderOfWhatIsUnreadSavesTheReceipt() {
    TransmissionId sent = Plans.sent(house);

    var sender = at(CARE_MANAGER, sent);

    assertThat(sender.at("main .primary")).hasCount(1);
    assertThat(sender.at("#signed")).containsText("ありません");
    sender.at(".frame-heading .primary").click();
    assertThat(sender.at("h1")).containsText("受付証");
    assertArrayEquals(
        house.office(CARE_MANAGER).bytes("/transmissions/" + sent + "/receipt").body(),
        sender.download(sender.at("#receipt")));
  }

  @Test
  void theSenderOfWhatCouldNotBeTakenInSendsAgain() {
    TransmissionId sent = Plans.sent(house);
    var partner = house.office(HELPERS);
    partner.post("/transmissions/" + sent + "/receiving", "");
    partner.post("/transmissions/" + sent + "/import", "{\"outcome\":\"IMPORT_FAILED\"}");

    var sender = at(CARE_MANAGER, sent);

    assertThat(sender.at(".frame-heading .primary")).hasText("直して送る");
    sender.at(".frame-heading .primary").click();
    assertThat(sender.at("#drop")).isVisible();
  }

  @Test
  void whatCouldNotBeTakenInIsToldToTheSenderWithTheReason() {
    TransmissionId sent = Plans.sent(house);
    var reader = at(HELPERS, sent);
    reader.press("受け取る");

    reader.at("#import-failed-open").click();
    reader.page().getByLabel("取り込めなかった理由").fill("版が古いと出ました");
    reader.at("#import-failed").click();

    assertThat(reader.at("#status")).hasText("✗ 取込エラー");
    var sender = visitors.come(house).enter(CARE_MANAGER);
    sender.at("#count-failed").click();
    assertThat(sender.row(sent)).containsText("版が古いと出ました");
    sender.row(sent).locator("a").first().click();
    assertThat(sender.at("#import-failed-told")).containsText("版が古いと出ました");
    assertThat(sender.at("#out-of-hand")).containsText("削除のファイル");
    reader.at("#imported").click();
    assertThat(reader.at("#status")).hasText("✓ 取込済");
  }

  @Test
  void whatIsPickedComesAsOneZipAndIsReceived() throws IOException {
    TransmissionId one = Plans.sent(house);
    TransmissionId other = Plans.sent(house);
    var visitor = visitors.come(house).enter(HELPERS);
    visitor.open("/office/inbox");
    visitor.row(one).locator("input[type=checkbox]").check();
    visitor.row(other).locator("input[type=checkbox]").check();

    byte[] zip = visitor.download(visitor.at("#save-picked"));

    int entries = 0;
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      while (in.getNextEntry() != null) {
        entries++;
      }
    }
    assertEquals(7, entries);
    assertThat(visitor.row(one)).containsText("⤓ 保存済");
    visitor.row(one).locator("input[type=checkbox]").check();
    assertTrue(visitor.download(visitor.at("#save-picked")).length > 0, "and once more");
  }

  @Test
  void anOpenInboxShowsWhatArrivesByItself() {
    var visitor = visitors.come(house).enter(HELPERS);
    Plans.sent(house);
    visitor.open("/office/inbox");
    visitor.at("#list input[name=pick]").first().check();
    visitor.page().waitForTimeout(2500);

    TransmissionId arrived = Plans.sent(house);

    assertThat(visitor.row(arrived)).containsText("● 未受信");
    assertThat(visitor.at("#page-news")).containsText("届きました。");
    assertThat(visitor.at("#list input[name=pick]:checked")).hasCount(1);
  }

  @Test
  void aMessageIsWrittenWithAnAttachmentAndReadAfterItIsReceived() {
    Plans.acquainted(house);
    var writer = visitors.come(house).enter(CARE_MANAGER);
    writer.open("/office/message");
    writer.page().getByLabel("送り先の事業所番号").fill(HELPERS);
    writer.press("次へ");
    assertThat(writer.at("#to-name")).hasText("見本ヘルパーステーション");
    writer.page().getByLabel("本文").fill("来週の火曜は、入浴をお休みします。");
    writer
        .at("#attachment")
        .setInputFiles(
            new FilePayload(
                "地図.pdf", "application/pdf", "no pdf".getBytes(StandardCharsets.UTF_8)));
    writer.at("#message-send").click();
    assertThat(writer.at("#message-trouble")).containsText("EX-366");
    assertThat(writer.page().getByLabel("本文")).hasValue("来週の火曜は、入浴をお休みします。");
    byte[] pdf = "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.UTF_8);
    writer.at("#attachment").setInputFiles(new FilePayload("地図.pdf", "application/pdf", pdf));
    writer.at("#message-send").click();
    assertThat(writer.at("#letter")).hasText("来週の火曜は、入浴をお休みします。");
    assertThat(writer.main()).containsText("✓ 送りました");
    assertThat(writer.at("#message-read")).containsText("まだ読んでいません");
    String address = writer.page().url().replaceFirst("[^?]*", "");

    var reader = visitors.come(house).enter(HELPERS);
    reader.open("/office/transmission" + address);
    assertFalse(reader.page().content().contains("入浴"));
    reader.press("受け取る");
    assertThat(reader.at("#letter")).hasText("来週の火曜は、入浴をお休みします。");
    assertArrayEquals(pdf, reader.download(reader.link("地図.pdf")));
    writer.page().reload();
    assertThat(writer.at("#message-read")).containsText("相手が読みました。");
  }

  @Test
  void nothingIsWithdrawnWhenThePersonThinksBetter() {
    var sender = at(CARE_MANAGER, Plans.sent(house));

    sender.at("#withdraw-open").click();
    sender.press("やめる");

    assertThat(sender.at("#withdraw-dialog")).isHidden();
    sender.page().reload();
    assertThat(sender.at("#status")).hasText("● 未受信");
  }

  @Test
  void severalAreReceivedAtOnce() {
    TransmissionId one = Plans.sent(house);
    TransmissionId other = Plans.sent(house);
    TransmissionId notPicked = Plans.sent(house);
    var visitor = visitors.come(house).enter(HELPERS);
    visitor.open("/office/inbox");

    visitor.row(one).locator("input[type=checkbox]").check();
    visitor.row(other).locator("input[type=checkbox]").check();
    visitor.press("まとめて受け取る");

    assertThat(visitor.at("#messages")).containsText("2件を受け取りました");
    assertThat(visitor.row(one)).containsText("✓ 受信済");
    assertThat(visitor.row(other)).containsText("✓ 受信済");
    assertThat(visitor.row(notPicked)).containsText("● 未受信");
  }

  @Test
  void theFilterStandsInTheAddress() {
    TransmissionId arrived = Plans.sent(house);
    var visitor = visitors.come(house).enter(HELPERS);
    visitor.open("/office/inbox");

    visitor.page().getByLabel("相手の事業所番号").fill(CARE_MANAGER);
    visitor.page().getByLabel("未受信だけ").check();
    visitor.press("絞り込む");

    assertThat(visitor.page()).hasURL(Pattern.compile("partner=" + CARE_MANAGER + ".*unread=1"));
    assertThat(visitor.row(arrived)).isVisible();
    visitor.page().reload();
    assertThat(visitor.page().getByLabel("未受信だけ")).isChecked();
    visitor.link("絞り込みをやめる").click();
    assertThat(visitor.page().getByLabel("未受信だけ")).not().isChecked();
  }

  @Test
  void aFilterThatFindsNothingSaysHowToGoBack() {
    var visitor = visitors.come(house).enter(HELPERS);

    visitor.open("/office/inbox?partner=9999999999");

    assertThat(visitor.main()).containsText("この条件に合うものはありません。");
    assertThat(visitor.link("絞り込みをやめて、すべて見る")).isVisible();
  }

  @Test
  void aMailTellsThatSomethingArrivedUntilItsLinkIsUsed() {
    String mail = "notices@careplan.example";
    var visitor = visitors.come(house).enter(SECOND_CARE_MANAGER);
    visitor.open("/office/notices");
    visitor.at("#mail").fill("notices");
    visitor.press("お知らせを受ける");
    assertThat(visitor.at("#messages .message")).isVisible();
    visitor.at("#mail").fill(mail);
    visitor.press("お知らせを受ける");
    assertThat(visitor.at("#ordered")).containsText("お知らせしています");
    house.mailTo(mail, 0);

    Plans.sent(
        house, CARE_MANAGER, house.unit(CARE_MANAGER, SECOND_CARE_MANAGER).people(2).files());
    String told = house.mailTo(mail, 1);

    assertTrue(told.contains("新しく届いたもの"), told);
    assertFalse(told.contains(CARE_MANAGER), "the partner is not named");
    Matcher link = STOP.matcher(told);
    assertTrue(link.find(), told);
    visitor.open(link.group());
    visitor.press("お知らせを止める");
    assertThat(visitor.at("#messages")).containsText("着信のお知らせを止めました");
    visitor.open("/office/notices");
    assertThat(visitor.at("#ordered")).containsText("お知らせしていません");
  }
}
