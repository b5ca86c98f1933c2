package jp.careplan.exchange.internal.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.Party;
import jp.careplan.exchange.TransmissionSummary;
import jp.careplan.exchange.internal.enclosure.ForPeople;
import jp.careplan.kernel.OfficeNumber;

/**
 * Many transmissions as one ZIP: a folder for each partner, in it a numbered folder for each
 * transmission with its files by their own names, and at the end a text that tells the order. Goes
 * out as it is written.
 */
public final class PartnerZip implements AutoCloseable {
  private static final String READ_ME = "00_最初に読んでください.txt";
  private static final int LONGEST_NAME = 30;
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu年M月d日 H:mm");

  private final Zip zip;
  private final OfficeNumber reader;
  private final Clock clock;
  private final List<String> lines = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private final Map<OfficeNumber, String> folders = new HashMap<>();

  public PartnerZip(OutputStream out, OfficeNumber reader, Clock clock) {
    this.zip = new Zip(out);
    this.reader = reader;
    this.clock = clock;
  }

  public void add(TransmissionSummary summary, List<OfferedFile> files) throws IOException {
    Party partner = partner(summary);
    int number = lines.size() + 1;
    String folder =
        "%s/%03d_%s_%s"
            .formatted(
                folders.computeIfAbsent(partner.number(), any -> folderOf(partner)),
                number,
                summary.serviceMonth().orElse(summary.kind()),
                summary.sequence());
    for (OfferedFile file : ForPeople.named(files)) {
      entry(folder + "/" + file.name(), file.content());
    }
    lines.add(
        "%03d　%s　連番 %s　ファイル%d個　受付番号 %s"
            .formatted(number, folder, summary.sequence(), files.size(), summary.receiptNumber()));
  }

  /** What could not be received stays in the inbox, and the text says so. */
  public void leaveOut(TransmissionSummary summary, String reason) {
    leftOut.add(
        "%s（受付番号 %s）: %s".formatted(partner(summary).name(), summary.receiptNumber(), reason));
  }

  public void finish() throws IOException {
    var text = new ArrayList<String>();
    text.add("ケアプランデータ連携　まとめて保存したもの　" + MOMENT.format(clock.instant().atZone(clock.getZone())));
    text.add("");
    text.add("介護ソフトには、番号の小さいものから順に取り込んでください。");
    text.add("番号は、送った事業所が付けたファイルの連番の順です。");
    text.add("ファイルの名前と中身は、送られたときのままです。");
    text.add("");
    text.addAll(lines);
    if (!leftOut.isEmpty()) {
      text.add("");
      text.add("次のものは、ここに入っていません。");
      text.addAll(leftOut);
    }
    entry(
        READ_ME, ('\uFEFF' + String.join("\r\n", text) + "\r\n").getBytes(StandardCharsets.UTF_8));
    zip.finish();
    zip.flush();
  }

  private void entry(String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private Party partner(TransmissionSummary summary) {
    return summary.sender().number().equals(reader) ? summary.recipient() : summary.sender();
  }

  /** A name of another office: nothing in it may lead out of the folder, or be no name at all. */
  private static String folderOf(Party partner) {
    String name =
        Normalizer.normalize(partner.name(), Normalizer.Form.NFC)
            .replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|.]", "")
            .strip();
    String bounded = name.substring(0, name.offsetByCodePoints(0, points(name)));
    return partner.number() + (bounded.isEmpty() ? "" : "_" + bounded);
  }

  private static int points(String name) {
    return Math.min(LONGEST_NAME, name.codePointCount(0, name.length()));
  }

  /** Writes nothing: half a ZIP must not look like a whole one. */
  @Override
  public void close() {
    zip.release();
  }

  /** Can be let go of without an end. */
  private static final class Zip extends ZipOutputStream {
    Zip(OutputStream out) {
      super(out, StandardCharsets.UTF_8);
    }

    void release() {
      def.end();
    }
  }
}
