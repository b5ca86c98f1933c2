package jp.careplan.exchange.internal.enclosure;

import static jp.careplan.exchange.ExchangeProblem.ATTACHMENT_INFECTED;
import static jp.careplan.exchange.ExchangeProblem.ATTACHMENT_IS_OTHER;
import static jp.careplan.exchange.ExchangeProblem.ATTACHMENT_RUNS;
import static jp.careplan.exchange.ExchangeProblem.ATTACHMENT_TOO_LARGE;
import static jp.careplan.exchange.ExchangeProblem.ATTACHMENT_TYPE_CLOSED;
import static jp.careplan.exchange.ExchangeProblem.BAD_MESSAGE;
import static jp.careplan.exchange.ExchangeProblem.SCANNER_AWAY;
import static jp.careplan.exchange.ExchangeProblem.TOO_MANY_ATTACHMENTS;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.careplan.exchange.Enclosure;
import jp.careplan.exchange.ExchangeProblem;
import jp.careplan.exchange.Letter;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.VirusScan;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What a message and its attachments have to be. Refusals name an attachment by its place, never by
 * its name, which may be a person's.
 */
@ApplicationScoped
public class EnclosureCheck {
  private static final int LONGEST_NAME = 120;
  private static final String NAME = "[^\\p{Cntrl}\\\\/:*?\"<>|]+";
  private static final int KILOBYTE = 1024;

  @Inject
  @ConfigProperty(name = "careplan.message.characters", defaultValue = "2000")
  private int characters;

  @Inject
  @ConfigProperty(name = "careplan.message.attachments", defaultValue = "5")
  private int attachments;

  @Inject
  @ConfigProperty(name = "careplan.message.attachment-bytes", defaultValue = "5242880")
  private int attachmentBytes;

  @Inject
  @ConfigProperty(
      name = "careplan.message.types",
      defaultValue = "pdf jpeg png tiff docx xlsx pptx doc xls")
  private String typeWords;

  @Inject private VirusScan scan;

  private Set<AttachmentType> types = Set.of();

  @PostConstruct
  void read() {
    types =
        Stream.of(typeWords.strip().split("[ ,]+"))
            .flatMap(word -> AttachmentType.ofWord(word).stream())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(AttachmentType.class)));
  }

  /** Everything but the scan, which takes longest. */
  public Letter requireSound(Enclosure enclosure) {
    Letter letter = LetterFile.read(enclosure.letter().content());
    requireText(letter, enclosure);
    requireNamed(letter, enclosure);
    for (int i = 0; i < letter.attachments().size(); i++) {
      requireSound(i + 1, letter.attachments().get(i).name(), enclosure.attachments().get(i));
    }
    return letter;
  }

  /** One file by the name that a person gave it, before it is sent. */
  public void requireSound(int place, String name, OfferedFile file) {
    if (file.content().length > attachmentBytes) {
      throw refusal(ATTACHMENT_TOO_LARGE, place, "上限は1つ" + attachmentBytes / KILOBYTE + "KBです。");
    }
    AttachmentType type =
        AttachmentType.of(name)
            .filter(types::contains)
            .orElseThrow(
                () -> refusal(ATTACHMENT_TYPE_CLOSED, place, "使えるのは" + typesInWords() + "です。"));
    if (!type.fits(file.content())) {
      throw refusal(ATTACHMENT_IS_OTHER, place, "");
    }
    if (type.carriesMacros(file.content())) {
      throw refusal(ATTACHMENT_RUNS, place, "");
    }
  }

  public void requireFew(int count) {
    if (count > attachments) {
      throw new DomainException(TOO_MANY_ATTACHMENTS, "上限は" + attachments + "個です。");
    }
  }

  /** Closed where a scanner is named and does not answer: nothing passes unseen. */
  public void requireClean(Enclosure enclosure) {
    for (int i = 0; i < enclosure.attachments().size(); i++) {
      switch (scan.of(enclosure.attachments().get(i).content())) {
        case CLEAN -> {}
        case INFECTED -> throw refusal(ATTACHMENT_INFECTED, i + 1, "");
        case UNSEEN -> throw new DomainException(SCANNER_AWAY, "");
      }
    }
  }

  private void requireText(Letter letter, Enclosure enclosure) {
    if (letter.text().isBlank() && enclosure.attachments().isEmpty()) {
      throw new DomainException(BAD_MESSAGE, "本文も添付もありません。");
    }
    if (letter.text().length() > characters) {
      throw new DomainException(BAD_MESSAGE, "本文は" + characters + "文字までです。");
    }
    requireFew(Math.max(letter.attachments().size(), enclosure.attachments().size()));
  }

  /** The letter names each attachment that came, in this order, by a plain and a person's name. */
  private static void requireNamed(Letter letter, Enclosure enclosure) {
    List<String> came = enclosure.attachments().stream().map(OfferedFile::name).toList();
    if (!letter.attachments().stream().map(Letter.Attachment::file).toList().equals(came)) {
      throw new DomainException(BAD_MESSAGE, "message.jsonの添付と、届いた添付が合いません。");
    }
    var names = new HashSet<String>();
    for (int i = 0; i < came.size(); i++) {
      String name = letter.attachments().get(i).name();
      Optional<AttachmentType> type = AttachmentType.of(name);
      boolean plain =
          came.get(i)
              .equals(
                  "attachment-%02d.%s"
                      .formatted(i + 1, type.map(AttachmentType::extension).orElse("bin")));
      if (!plain || name.length() > LONGEST_NAME || !name.matches(NAME) || !names.add(name)) {
        throw refusal(BAD_MESSAGE, i + 1, "名前を付け直してください。");
      }
    }
  }

  private String typesInWords() {
    return types.stream().map(AttachmentType::extension).collect(Collectors.joining("、"));
  }

  private static DomainException refusal(ExchangeProblem problem, int place, String detail) {
    return new DomainException(problem, place + "番目の添付です。" + detail);
  }
}
