package jp.careplan.support.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.careplan.support.HelpText;
import jp.careplan.support.Reading;
import jp.careplan.support.Reception;
import jp.careplan.support.SiteValues;
import jp.careplan.support.TextKind;
import jp.careplan.support.internal.content.Markdown;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What every page of the portal shows: where one can go, what is new, who answers when. */
@Named("portal")
@RequestScoped
public class PortalView {
  static final String IMPORTANT = "重要";
  private static final int NEWEST = 5;
  private static final int MOST_IMPORTANT = 3;
  private static final int DESCRIPTION = 110;

  private static final List<Place> PLACES =
      List.of(
          new Place("/support/news", "お知らせ一覧", ""),
          new Place("/support/offices", "介護サービス事業所の皆様へ", ""),
          new Place("/support/faq", "よくあるご質問", ""),
          new Place("/support/inquiry", "お問い合わせ", ""),
          new Place("/support/downloads", "製品ダウンロード", ""));

  /** Views of single texts, and of what kind these are. */
  private static final Map<String, TextKind> SINGLE =
      Map.of(
          "/support/answer", TextKind.FAQ,
          "/support/guide", TextKind.GUIDE,
          "/support/news", TextKind.NEWS);

  @Inject private SiteValues site;
  @Inject private Reading reading;
  @Inject private Reception reception;

  @Inject
  @ConfigProperty(name = "careplan.public-url", defaultValue = "http://localhost:8080")
  private String publicUrl;

  /**
   * A link of the navigation.
   *
   * @param current what {@code aria-current} says; nothing where it is another
   */
  public record Place(String href, String label, String current) {}

  private static String view() {
    return FacesContext.getCurrentInstance()
        .getViewRoot()
        .getViewId()
        .replaceFirst("\\.xhtml$", "");
  }

  public List<Place> getPlaces() {
    String view =
        view().replace("/support/answer", "/support/faq").replaceFirst("(inquiry)-.*", "$1");
    return PLACES.stream()
        .map(it -> view.equals(it.href()) ? new Place(it.href(), it.label(), "page") : it)
        .toList();
  }

  /** Whether this page is the chat itself. */
  public boolean isChat() {
    return view().equals("/support/chat");
  }

  /** The text that this page is about, where it is about one. */
  private Optional<HelpText> text() {
    Optional<HelpText> page =
        reading.all(TextKind.PAGE).stream().filter(it -> it.address().equals(view())).findFirst();
    if (page.isPresent()) {
      return page;
    }
    String name = HelpView.asked("name");
    return name.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(SINGLE.get(view()))
            .flatMap(kind ->
                reading.all(kind).stream().filter(it -> it.name().equals(name)).findFirst());
  }

  /** As it is shown where the page's address is passed on. */
  public String getTitle() {
    return text().map(HelpText::title).orElseGet(() -> PortalPage.of(view()).title());
  }

  /** What stands on this page, in one line. */
  public String getDescription() {
    return text()
        .map(it -> Markdown.plain(it.body()).replaceAll("\\s+", ""))
        .map(it -> it.length() > DESCRIPTION ? it.substring(0, DESCRIPTION) + "…" : it)
        .orElseGet(() -> PortalPage.of(view()).description());
  }

  /** Where this page is to be found, without what one visitor asked for. */
  public String getUrl() {
    return publicUrl
        + text().map(HelpText::address).orElseGet(() -> view().equals("/index") ? "/" : view());
  }

  public List<HelpText> getImportant() {
    return news().filter(PortalView::isImportant).limit(MOST_IMPORTANT).toList();
  }

  public List<HelpText> getLatest() {
    return news().limit(NEWEST).toList();
  }

  private Stream<HelpText> news() {
    return reading.all(TextKind.NEWS).stream();
  }

  private static boolean isImportant(HelpText news) {
    return news.topic().equals(IMPORTANT);
  }

  public String getOperatorName() {
    return site.operatorName();
  }

  public String getPhone() {
    return site.phone();
  }

  /** The number as a telephone dials it. */
  public String getPhoneLink() {
    return "tel:"
        + Normalizer.normalize(site.phone(), Normalizer.Form.NFKC).replaceAll("[^0-9+]", "");
  }

  public String getHours() {
    return site.hours();
  }

  public boolean isHoursKnown() {
    return reception.isKnown();
  }

  public boolean isOpen() {
    return reception.isOpen();
  }

  /** Until when somebody answers, or from when on. */
  public String getOpenWords() {
    return reception.openWords();
  }

  public List<HelpText> getFeeQuestions() {
    return reading.all(TextKind.FAQ).stream().filter(it -> it.topic().equals("F")).toList();
  }

  public String getTerms() {
    return site.terms();
  }

  /** The pages that are looked at with each version. */
  public List<Place> getTestedPages() {
    return PortalPage.ALL.stream().map(it -> new Place(it.address(), it.title(), "")).toList();
  }
}
