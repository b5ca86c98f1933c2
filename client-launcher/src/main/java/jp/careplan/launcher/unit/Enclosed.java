package jp.careplan.launcher.unit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.careplan.launcher.text.Json;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;

/**
 * メッセージと添付: files of the manifest under names that tell nothing; what people call them stands in
 * the letter.
 *
 * @param letter {@code message.json}
 * @param attachments by their names of the manifest
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are carried, not compared
public record Enclosed(byte[] letter, Map<String, Path> attachments) {
  public static final String LETTER = "message.json";

  /** What the server's types are called where a name has several endings. */
  private static final Map<String, String> ENDINGS = Map.of("jpeg", "jpg", "tiff", "tif");

  private record Attachment(String file, String name) {}

  private record Letter(String text, List<Attachment> attachments) {}

  public static Enclosed of(String text, List<Path> files) {
    var attachments = new LinkedHashMap<String, Path>();
    var named = new ArrayList<Attachment>();
    for (Path file : files) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new Trouble(LauncherProblem.FILE_UNREADABLE, "添付: " + file);
      }
      String name = SendingUnit.nameOf(file);
      String plain = "attachment-%02d.%s".formatted(named.size() + 1, ending(name));
      named.add(new Attachment(plain, name));
      attachments.put(plain, file);
    }
    return new Enclosed(Json.compact(new Letter(text, named)), attachments);
  }

  private static String ending(String name) {
    String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return ENDINGS.getOrDefault(end, end);
  }
}
