package jp.careplan.app.house;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nu.validator.htmlparser.dom.HtmlDocumentBuilder;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A button of a form that is sent, read from a page as it was answered, to be pressed by whoever
 * may see it or not.
 *
 * @param page address on which it stands
 * @param target where its form goes
 * @param multipart whether it goes with files
 * @param form its ID
 * @param name of the button; empty where it has none
 * @param fields what goes along; what was empty is filled in, so that nothing ends at a field
 */
public record PageButton(
    String page,
    String target,
    boolean multipart,
    String form,
    String name,
    Map<String, String> fields) {
  private static final String STATE = "jakarta.faces.ViewState";
  private static final String NONCE = "primefaces.nonce";
  private static final Pattern OF_PAGE = Pattern.compile("nonce=\"([^\"]*)\"");
  private static final Pattern PARAMETER =
      Pattern.compile("\\{name:\"([^\"]*)\",value:\"([^\"]*)\"\\}");

  /** Nothing is typed into these, and they say nothing about who may press. */
  private static final Set<String> NO_FIELDS = Set.of("submit", "button", "reset", "image", "file");

  private static final Map<String, String> TYPED =
      Map.of("date", "2027-01-01", "email", "a@office.example", "number", "1", "month", "2026-06");

  /** All buttons of a page. */
  public static List<PageButton> of(String page, String html) {
    List<PageButton> found = new ArrayList<>();
    Document document = read(html);
    for (Element form : elements(document.getElementsByTagName("form"))) {
      for (Element button : buttons(form)) {
        String method = either(button.getAttribute("formmethod"), form.getAttribute("method"));
        if (method.equalsIgnoreCase("post")) {
          found.add(button(page, html, form, button));
        }
      }
    }
    return found;
  }

  private static PageButton button(String page, String html, Element form, Element button) {
    String target = either(button.getAttribute("formaction"), form.getAttribute("action"));
    Map<String, String> fields = fields(form);
    String name = button.getAttribute("name");
    if (!name.isEmpty()) {
      fields.put(name, button.getAttribute("value"));
    }
    if (fields.containsKey(STATE)) {
      nonce(html, fields);
    }
    parameters(html, name, fields);
    return new PageButton(
        page,
        either(target, page),
        form.getAttribute("enctype").startsWith("multipart"),
        form.getAttribute("id"),
        name,
        fields);
  }

  /** What a script of the page would send along with this button. */
  private static void parameters(String html, String name, Map<String, String> fields) {
    int call = name.isEmpty() ? -1 : html.indexOf("{s:\"" + name + "\"");
    int end = call < 0 ? -1 : html.indexOf(");", call);
    if (end > 0) {
      Matcher parameter = PARAMETER.matcher(html.substring(call, end));
      while (parameter.find()) {
        fields.put(parameter.group(1), parameter.group(2));
      }
    }
  }

  private static Document read(String html) {
    try {
      return new HtmlDocumentBuilder().parse(new InputSource(new StringReader(html)));
    } catch (SAXException e) {
      throw new IllegalArgumentException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Element> buttons(Element form) {
    return Stream.of("button", "input")
        .flatMap(tag -> elements(form.getElementsByTagName(tag)).stream())
        .filter(it ->
            it.getTagName().equals("button")
                ? List.of("", "submit").contains(it.getAttribute("type"))
                : it.getAttribute("type").equals("submit"))
        .toList();
  }

  private static Map<String, String> fields(Element form) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String tag : List.of("input", "textarea", "select")) {
      for (Element field : elements(form.getElementsByTagName(tag))) {
        String name = field.getAttribute("name");
        if (!name.isEmpty() && !NO_FIELDS.contains(field.getAttribute("type"))) {
          fields.putIfAbsent(name, value(field));
        }
      }
    }
    return fields;
  }

  private static String value(Element field) {
    String type = field.getAttribute("type");
    return switch (field.getTagName()) {
      case "select" ->
          elements(field.getElementsByTagName("option")).stream()
              .map(it -> it.getAttribute("value"))
              .filter(it -> !it.isEmpty())
              .findFirst()
              .orElse("");
      case "textarea" -> either(field.getTextContent(), "見本");
      default ->
          type.equals("hidden")
              ? field.getAttribute("value")
              : either(field.getAttribute("value"), TYPED.getOrDefault(type, "見本"));
    };
  }

  private static List<Element> elements(org.w3c.dom.NodeList nodes) {
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .map(Element.class::cast)
        .toList();
  }

  private static String either(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }

  private static void nonce(String html, Map<String, String> fields) {
    Matcher nonce = OF_PAGE.matcher(html);
    if (nonce.find()) {
      fields.put(NONCE, nonce.group(1));
    }
  }

  /** Which button it is, whoever sees it and whatever it is about. */
  public String key() {
    return target.replaceAll("\\?.*", "") + " " + form + " " + name;
  }

  /** The same button as if it stood on another's page: with the state that was given to them. */
  public PageButton on(String theirs) {
    Map<String, String> own = new LinkedHashMap<>(fields);
    of(page, theirs).stream()
        .filter(it -> it.fields.containsKey(STATE))
        .findFirst()
        .ifPresent(it -> {
          own.put(STATE, it.fields.getOrDefault(STATE, ""));
          own.put(NONCE, it.fields.getOrDefault(NONCE, ""));
        });
    return new PageButton(page, target, multipart, form, name, own);
  }

  public HttpResponse<String> pressedBy(PageClient who) {
    if (!multipart) {
      return who.plain(target, fields);
    }
    var body = new Multipart();
    fields.forEach(body::field);
    return who.multipart(target, body);
  }
}
