package jp.careplan.support.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.careplan.support.AttachedFile;
import jp.careplan.support.FaqCategory;
import jp.careplan.support.HelpText;
import jp.careplan.support.Reading;
import jp.careplan.support.TextKind;
import jp.careplan.support.internal.content.Markdown;
import org.jspecify.annotations.Nullable;

/** Questions, guides, terms and news as their addresses ask for them. */
@Named("help")
@RequestScoped
public class HelpView {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu年M月d日(E)", Locale.JAPANESE);
  private static final int NEWEST = 3;
  private static final int NEIGHBOURS = 4;

  @Inject private Reading reading;

  private @Nullable HelpText text;
  private @Nullable Map<String, String> words;

  static String asked(String parameter) {
    return FacesContext.getCurrentInstance()
        .getExternalContext()
        .getRequestParameterMap()
        .getOrDefault(parameter, "")
        .strip();
  }

  public List<FaqCategory> getCategories() {
    return List.of(FaqCategory.values());
  }

  /** The category that was asked for; all of them where none was. */
  public List<FaqCategory> getChosen() {
    return FaqCategory.of(asked("category")).map(List::of).orElseGet(this::getCategories);
  }

  public boolean isOneCategory() {
    return FaqCategory.of(asked("category")).isPresent();
  }

  public List<HelpText> questions(FaqCategory category) {
    return reading.all(TextKind.FAQ).stream()
        .filter(it -> it.topic().equals(category.name()))
        .toList();
  }

  public FaqCategory categoryOf(HelpText question) {
    return FaqCategory.of(question.topic()).orElse(FaqCategory.I);
  }

  /** The question that was asked for. */
  public HelpText getQuestion() {
    return text(TextKind.FAQ);
  }

  public HelpText getGuide() {
    return text(TextKind.GUIDE);
  }

  public HelpText getPieceOfNews() {
    return text(TextKind.NEWS);
  }

  /** The page of this name; what stands on it belongs to its editors. */
  public HelpText page(String name) {
    return reading.require(TextKind.PAGE, name);
  }

  public boolean isNamed() {
    return !asked("name").isEmpty();
  }

  private HelpText text(TextKind kind) {
    if (text == null) {
      text = reading.require(kind, asked("name"));
    }
    return text;
  }

  /** Other questions of the same category, from where this one stands. */
  public List<HelpText> neighbours(HelpText question) {
    List<HelpText> all = questions(categoryOf(question));
    int at = all.indexOf(question);
    return IntStream.rangeClosed(1, Math.min(NEIGHBOURS, all.size() - 1))
        .mapToObj(it -> all.get((at + it) % all.size()))
        .toList();
  }

  public List<HelpText> getGuides() {
    return reading.all(TextKind.GUIDE);
  }

  public List<HelpText> getTerms() {
    return reading.all(TextKind.TERM);
  }

  public List<HelpText> getNews() {
    return reading.all(TextKind.NEWS);
  }

  public List<HelpText> getNewest() {
    return getNews().stream().limit(NEWEST).toList();
  }

  public String day(HelpText news) {
    return news.publishedOn().map((LocalDate it) -> DAY.format(it)).orElse("");
  }

  /** What is to be read beside it, as far as readers see it today. */
  public List<HelpText> related(HelpText shown) {
    return shown.related().stream().flatMap(this::named).toList();
  }

  private Stream<HelpText> named(String kindAndName) {
    String[] parts = kindAndName.split("/", 2);
    return DeskTextsView.kindOf(parts[0]).stream()
        .flatMap(kind -> reading.all(kind).stream())
        .filter(it -> parts.length == 2 && it.name().equals(parts[1]));
  }

  /** What hangs on it and is not seen in its body. */
  public List<AttachedFile> files(HelpText shown) {
    return shown.files().stream()
        .filter(it -> it.isPdf() || !shown.body().contains(it.address()))
        .toList();
  }

  /** For editors, whose drafts' files nobody else sees. */
  static String ofEditors(String html, List<AttachedFile> files) {
    String seen = html;
    for (AttachedFile it : files) {
      seen =
          seen.replace(
              "=\"" + it.address() + "\"",
              "=\"/desk/text-file/" + it.id() + "/" + it.edition() + "\"");
    }
    return seen;
  }

  /** The body as a page; words of the glossary lead there. */
  public String html(HelpText shown) {
    return Markdown.html(shown.body(), words());
  }

  /** The body of a term: it does not lead to itself. */
  public String plain(HelpText shown) {
    return Markdown.html(shown.body());
  }

  private Map<String, String> words() {
    if (words == null) {
      Map<String, String> found = new HashMap<>();
      for (HelpText term : getTerms()) {
        Arrays.stream(term.title().split("・")).forEach(it -> found.put(it, term.address()));
      }
      words = Map.copyOf(found);
    }
    return words;
  }
}
