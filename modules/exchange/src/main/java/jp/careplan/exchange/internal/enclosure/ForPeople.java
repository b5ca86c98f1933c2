package jp.careplan.exchange.internal.enclosure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.careplan.exchange.Enclosure;
import jp.careplan.exchange.Letter;
import jp.careplan.exchange.OfferedFile;

/** The files of a transmission as a person saves them: the message as a text, names as given. */
public final class ForPeople {
  private ForPeople() {}

  /** Files of the standard keep name and place. */
  public static List<OfferedFile> named(List<OfferedFile> files) {
    return files.stream()
        .filter(file -> file.name().equals(Enclosure.LETTER))
        .findFirst()
        .map(letter -> named(files, LetterFile.read(letter.content())))
        .orElse(files);
  }

  private static List<OfferedFile> named(List<OfferedFile> files, Letter letter) {
    Map<String, String> names = new HashMap<>();
    letter.attachments().forEach(it -> names.put(it.file(), it.name()));
    var named = new ArrayList<OfferedFile>();
    for (OfferedFile file : files) {
      if (file.name().equals(Enclosure.LETTER)) {
        named.add(text(letter));
      } else if (names.containsKey(file.name())) {
        named.add(new OfferedFile("添付/" + names.get(file.name()), file.content(), file.sha256()));
      } else {
        named.add(file);
      }
    }
    return named;
  }

  private static OfferedFile text(Letter letter) {
    String text = '\uFEFF' + letter.text().replaceAll("\r\n|\r|\n", "\r\n") + "\r\n";
    return new OfferedFile("メッセージ.txt", text.getBytes(StandardCharsets.UTF_8));
  }
}
