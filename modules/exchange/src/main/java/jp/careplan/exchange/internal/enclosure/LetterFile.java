package jp.careplan.exchange.internal.enclosure;

import static jp.careplan.exchange.ExchangeProblem.BAD_MESSAGE;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.careplan.exchange.Enclosure;
import jp.careplan.exchange.Letter;
import jp.careplan.exchange.Letter.Attachment;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.kernel.DomainException;

/** {@code message.json}: its bytes are the sender's, and hashed as they are. */
public final class LetterFile {
  private LetterFile() {}

  /** A letter of so many files by the names people gave them. */
  public static Enclosure write(String text, List<OfferedFile> named) {
    var list = Json.createArrayBuilder();
    var attachments = new ArrayList<OfferedFile>();
    for (OfferedFile file : named) {
      String plain = plainName(attachments.size() + 1, file.name());
      list.add(Json.createObjectBuilder().add("file", plain).add("name", file.name()));
      attachments.add(new OfferedFile(plain, file.content(), file.sha256()));
    }
    String json =
        Json.createObjectBuilder().add("text", text).add("attachments", list).build().toString();
    return new Enclosure(
        new OfferedFile(Enclosure.LETTER, json.getBytes(StandardCharsets.UTF_8)), attachments);
  }

  /** A name that tells nothing but the place and the type. */
  private static String plainName(int place, String name) {
    String extension = AttachmentType.of(name).map(AttachmentType::extension).orElse("bin");
    return "attachment-%02d.%s".formatted(place, extension);
  }

  public static Letter read(byte[] json) {
    try (var reader = Json.createReader(new ByteArrayInputStream(json))) {
      JsonObject letter = reader.readObject();
      return new Letter(text(letter, "text"), attachments(letter));
    } catch (JsonException | IllegalStateException e) {
      throw new DomainException(BAD_MESSAGE, "message.jsonを読み取れません。");
    }
  }

  private static List<Attachment> attachments(JsonObject letter) {
    JsonValue listed = letter.getOrDefault("attachments", JsonValue.EMPTY_JSON_ARRAY);
    if (!(listed instanceof JsonArray array)) {
      throw new DomainException(BAD_MESSAGE, "attachmentsは並びです。");
    }
    var found = new ArrayList<Attachment>();
    for (JsonValue each : array) {
      if (!(each instanceof JsonObject attachment)) {
        throw new DomainException(BAD_MESSAGE, "attachmentsの中は、fileとnameです。");
      }
      found.add(new Attachment(text(attachment, "file"), text(attachment, "name")));
    }
    return found;
  }

  private static String text(JsonObject object, String member) {
    return Optional.ofNullable(object.get(member))
        .filter(JsonString.class::isInstance)
        .map(value -> ((JsonString) value).getString())
        .orElseThrow(() -> new DomainException(BAD_MESSAGE, member + "がありません。"));
  }
}
