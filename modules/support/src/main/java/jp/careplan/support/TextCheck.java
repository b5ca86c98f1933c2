package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.careplan.kernel.DomainException;
import jp.careplan.support.internal.content.Markdown;
import jp.careplan.support.internal.content.Placeholder;

/** Whether a text can be kept as it was typed. */
@ApplicationScoped
class TextCheck {
  private static final int LONGEST_BODY = 100_000;
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_TERM = 50;
  private static final int LONGEST_RELATED = 500;
  private static final Pattern HIDDEN = Pattern.compile("[\\p{Cntrl}&&[^\\n]]");

  @Inject private TextVersions versions;

  void require(TextKind kind, TextContent content) {
    requireLength("件名", content.title(), 1, kind == TextKind.TERM ? LONGEST_TERM : LONGEST_TITLE);
    requireLength("本文", content.body(), 1, LONGEST_BODY);
    requireLength("言い方", content.keywords(), 0, 500);
    requireLength("要約", content.summary(), 0, 300);
    requireLength("担当", content.owner(), 0, 60);
    requireMarks("件名", content.title());
    requireMarks("要約", content.summary());
    requireMarks("本文", content.body());
    requireTopic(kind, content.topic());
    requireDays(kind, content);
    requireRelated(content);
    requirePictures(content);
  }

  private static void requireLength(String label, String value, int least, int most) {
    if (value.strip().length() < least || value.length() > most) {
      throw refusal(
          least > 0
              ? "%sを、%,d文字までで書いてください。".formatted(label, most)
              : "%sは、%,d文字までです。".formatted(label, most));
    }
    if (HIDDEN.matcher(value).find() || (most < LONGEST_BODY && value.contains("\n"))) {
      throw refusal(label + "に、見えない文字か改行が入っています。");
    }
  }

  /** Of what stands for the operator's values. */
  private static void requireMarks(String label, String value) {
    List<String> unknown = Placeholder.unknown(value);
    if (!unknown.isEmpty()) {
      throw refusal(label + "の" + unknown.getFirst());
    }
  }

  private static void requireTopic(TextKind kind, String topic) {
    boolean fits =
        switch (kind) {
          case FAQ -> FaqCategory.of(topic).isPresent();
          case NEWS -> Set.of(TextContent.IMPORTANT, TextContent.NEWS).contains(topic);
          case TERM -> !topic.isBlank() && topic.length() <= 60;
          case GUIDE, PAGE -> topic.isEmpty();
        };
    if (!fits) {
      throw refusal(kind == TextKind.TERM ? "よみを、60文字までで書いてください。" : "分類を選んでください。");
    }
  }

  private static void requireDays(TextKind kind, TextContent content) {
    if (kind == TextKind.NEWS && content.publishedOn().isEmpty()) {
      throw refusal("お知らせの日を入れてください。");
    }
    if (kind.isFixed() && (content.showFrom().isPresent() || content.showUntil().isPresent())) {
      throw refusal("案内ページは、いつでも読めるページです。表示の始まりと終わりの日は、入れられません。");
    }
    boolean turned =
        content.showFrom().isPresent()
            && content.showUntil().filter(it -> it.isBefore(content.showFrom().get())).isPresent();
    if (turned) {
      throw refusal("表示の終わりの日は、始まりの日より後にしてください。");
    }
  }

  /** Whoever does not see a picture reads what is on it; one of a file has to hang on the text. */
  private static void requirePictures(TextContent content) {
    for (Markdown.Picture picture : Markdown.pictures(content.body())) {
      if (picture.words().isBlank()) {
        throw refusal("写真には、代わりの文が要ります。「![何が写っているか](アドレス)」のように書いてください。");
      }
      boolean ours = picture.address().startsWith(AttachedFile.ADDRESS);
      if (ours
          && content.files().stream().noneMatch(it -> it.address().equals(picture.address()))) {
        throw refusal("本文に、この文章に付いていない写真があります。本文から先に外してください。");
      }
    }
  }

  private void requireRelated(TextContent content) {
    if (String.join("\n", content.related()).length() > LONGEST_RELATED) {
      throw refusal("関連する文章が多すぎます。");
    }
    for (String it : content.related()) {
      if (keyOf(it).filter(versions::exists).isEmpty()) {
        throw refusal("関連する文章「" + it + "」は見つかりません。「FAQ/A-01」のように書いてください。");
      }
    }
  }

  private static Optional<Editing.Key> keyOf(String related) {
    String[] parts = related.split("/", 2);
    for (TextKind kind : TextKind.values()) {
      if (parts.length == 2 && kind.name().equals(parts[0])) {
        return Optional.of(new Editing.Key(kind, parts[1]));
      }
    }
    return Optional.empty();
  }

  private static DomainException refusal(String why) {
    return new DomainException(SupportProblem.TEXT_UNFIT, why);
  }
}
