package jp.careplan.app.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import jp.careplan.app.house.Folders;
import jp.careplan.app.house.House;
import jp.careplan.app.house.SampleUnit;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.TransmissionId;

/** What the visitors send and find. */
public final class Plans {
  private static final Charset MS932 = Charset.forName("MS932");

  private Plans() {}

  /** A visit begins at 24:60. */
  static List<OfferedFile> withAnImpossibleTime(SampleUnit unit) {
    return unit.files().stream().map(Plans::withAnImpossibleTime).toList();
  }

  private static OfferedFile withAnImpossibleTime(OfferedFile file) {
    String text = new String(file.content(), MS932).replaceFirst(",0930,", ",2460,");
    return new OfferedFile(file.name(), text.getBytes(MS932));
  }

  /** Sent through the launcher from {@link House#CARE_MANAGER} to {@link House#HELPERS}. */
  static TransmissionId sent(House house) {
    return sent(house, house.unit().files());
  }

  static TransmissionId sent(House house, List<OfferedFile> files) {
    return sent(house, House.CARE_MANAGER, files);
  }

  static TransmissionId sent(House house, String sender, List<OfferedFile> files) {
    var id = TransmissionId.next();
    var answer = house.office(sender).offer(id, files);
    assertEquals(201, answer.statusCode(), answer.body());
    return id;
  }

  /** Two units sent together, of which one went out before the server stopped. */
  static void brokenOff(House house, String sender, TransmissionId sent) {
    house.update(
        "INSERT INTO exchange_dispatch (id, office, user_id, started_at, beat_at)"
            + " VALUES (?, ?, ?, CURRENT_TIMESTAMP, '2026-01-01 00:00:00')",
        sent.value(),
        sender,
        "KJ99" + sender);
    for (String unit : List.of(sent.value(), TransmissionId.next().value())) {
      house.update(
          "INSERT INTO exchange_dispatch_unit (dispatch_id, position_number, transmission_id,"
              + " recipient, recipient_kind, unit, service_month, people)"
              + " VALUES (?, ?, ?, ?, '11', 'U2', '202606', 3)",
          sent.value(),
          unit.equals(sent.value()) ? 0 : 1,
          unit,
          House.HELPERS);
    }
  }

  /**
   * Whom nobody has to ask about on the page 送る: {@link House#HELPERS} had all the people of the
   * sample units from {@link House#CARE_MANAGER} before.
   */
  static void acquainted(House house) {
    if (house.count(
            "SELECT COUNT(*) FROM exchange_transmission WHERE sender = ? AND recipient = ?"
                + " AND people >= 20",
            House.CARE_MANAGER,
            House.HELPERS)
        == 0) {
      sent(house, house.unit().people(20).files());
    }
  }

  /**
   * A plan of two people that both {@link House#HELPERS} and, of the first of them, {@link
   * House#DAY_SERVICE} had, changed for the helpers alone.
   *
   * @param people with which their numbers begin, eight digits
   */
  public static TransmissionId changedForOne(House house, String people) {
    sent(house, ofTwo(house, House.HELPERS, 2, people));
    sent(house, ofTwo(house, House.DAY_SERVICE, 1, people));
    return sent(house, changed(house, people, "0603,,0930"));
  }

  /** That plan for the helpers, with another first visit. */
  public static List<OfferedFile> changed(House house, String people, String visit) {
    return with(ofTwo(house, House.HELPERS, 2, people), "0602,,0930", visit);
  }

  private static List<OfferedFile> ofTwo(House house, String recipient, int count, String people) {
    String other = recipient.equals(House.HELPERS) ? House.DAY_SERVICE : House.HELPERS;
    return house
        .unit(House.CARE_MANAGER, recipient)
        .people(count)
        .also(other)
        .files("99000000", people);
  }

  /** A sample bundle of the exchange under a sequence number that no other test uses. */
  static List<OfferedFile> sample(House house, String folder) {
    String sequence = house.sequence();
    Path samples =
        Folders.project().resolve("modules/exchange/src/test/resources/samples").resolve(folder);
    try (var paths = Files.list(samples)) {
      List<OfferedFile> files = new ArrayList<>();
      for (Path path : paths.sorted().toList()) {
        String name = path.getFileName().toString().replaceFirst("[0-9]{14}", sequence);
        files.add(new OfferedFile(name, Files.readAllBytes(path)));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same with one text in place of another. */
  static List<OfferedFile> with(List<OfferedFile> files, String text, String other) {
    return files.stream()
        .map(file ->
            new OfferedFile(
                file.name(),
                new String(file.content(), MS932).replace(text, other).getBytes(MS932)))
        .toList();
  }

  /** The prevention bundle with the picture of a family. */
  public static List<OfferedFile> withPicture(House house) {
    List<OfferedFile> files = sample(house, "prevention-plan-and-basic");
    String image =
        files
            .getFirst()
            .name()
            .replaceFirst("^[A-Z0-9_]*?_(?=99)", "UPKIHON_IMAGE_")
            .replace(".CSV", "_0001.jpg");
    List<OfferedFile> all =
        new ArrayList<>(with(files, ",,,,\"長男と二人暮らし\"", ",,," + image + ",\"長男と二人暮らし\""));
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB), "jpg", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    all.add(new OfferedFile(image, out.toByteArray()));
    return all;
  }
}
