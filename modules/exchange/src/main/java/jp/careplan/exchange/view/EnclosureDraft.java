package jp.careplan.exchange.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.careplan.exchange.Enclosure;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.internal.enclosure.EnclosureCheck;
import jp.careplan.exchange.internal.enclosure.LetterFile;

/** A message that is being written, with its attachments; in memory, like all that is not sent. */
final class EnclosureDraft {
  private static final int LONGEST_TYPED = 20_000;

  private final List<OfferedFile> attachments = new ArrayList<>();
  private String text = "";

  String text() {
    return text;
  }

  void text(String typed) {
    text = typed.substring(0, Math.min(typed.length(), LONGEST_TYPED));
  }

  /** A file of the same name takes the place of the older; refused ones leave all as it was. */
  void attach(List<OfferedFile> files, EnclosureCheck check) {
    var wanted = new ArrayList<>(attachments);
    for (OfferedFile file : files) {
      wanted.removeIf(present -> present.name().equals(file.name()));
      wanted.add(file);
      check.requireSound(wanted.size(), file.name(), file);
    }
    check.requireFew(wanted.size());
    attachments.clear();
    attachments.addAll(wanted);
  }

  void detach(String name) {
    attachments.removeIf(present -> present.name().equals(name));
  }

  List<String> names() {
    return attachments.stream().map(OfferedFile::name).toList();
  }

  long bytes() {
    return attachments.stream().mapToLong(file -> file.content().length).sum();
  }

  boolean isEmpty() {
    return text.isBlank() && attachments.isEmpty();
  }

  Optional<Enclosure> enclosure() {
    return isEmpty() ? Optional.empty() : Optional.of(LetterFile.write(text.strip(), attachments));
  }
}
