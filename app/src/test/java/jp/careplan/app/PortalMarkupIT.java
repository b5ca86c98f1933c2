package jp.careplan.app;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import nu.validator.client.EmbeddedValidator;
import nu.validator.validation.SimpleDocumentValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Walks through all that anyone may read, link by link: each leads somewhere, and each page is HTML
 * as the Nu checker reads it.
 */
@ExtendWith(HouseKeeper.class)
class PortalMarkupIT {
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
  private static final Pattern LOCATION = Pattern.compile("<loc>([^<]*)</loc>");
  private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");

  /** Whole rooms behind a door; that the link opens is enough here. */
  private static final Pattern PORTAL = Pattern.compile("/|/support(?:/.*|\\?.*)?");

  private static final int ENOUGH = 1000;

  private final House house;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, Set<String>> ids = new TreeMap<>();
  private final List<String> dead = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private final List<String> pointless = new ArrayList<>();

  /** Its rules take seconds to read: once for all pages. */
  private final SimpleDocumentValidator checker = new SimpleDocumentValidator();

  PortalMarkupIT(House house) throws Exception {
    this.house = house;
    checker.setUpMainSchema(EmbeddedValidator.SCHEMA_URL, new Told("the rules"));
  }

  private record Link(String from, String to) {}

  @Test
  void everyLinkLeadsSomewhereAndEveryPageIsHtml() throws Exception {
    Deque<Link> open = new ArrayDeque<>(List.of(new Link("", "/"), new Link("", "/sitemap.xml")));
    Set<String> seen = new HashSet<>();
    Set<Link> anchors = new HashSet<>();
    while (!open.isEmpty() && seen.size() < ENOUGH) {
      Link link = open.poll();
      String page = link.to().replaceFirst("#.*", "");
      if (link.to().contains("#")) {
        anchors.add(link);
      }
      if (!page.isEmpty() && seen.add(page)) {
        follow(new Link(link.from(), page)).forEach(open::add);
      }
    }
    anchors.forEach(this::findAnchor);

    assertTrue(seen.size() > 150 && seen.size() < ENOUGH, "walked through " + seen.size());
    assertAll(
        () -> assertEquals(List.of(), dead, "links that lead nowhere"),
        () -> assertEquals(List.of(), pointless, "links to a place that the page does not have"),
        () -> assertEquals(List.of(), wrong, "what the Nu checker says"));
  }

  private Stream<Link> follow(Link link) throws IOException, InterruptedException, SAXException {
    URI address = house.node().publicAddress("").resolve(link.to());
    HttpResponse<String> answer =
        http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 400) {
      dead.add(answer.statusCode() + " " + link);
      return Stream.empty();
    }
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (type.startsWith("application/xml")) {
      return LOCATION
          .matcher(answer.body())
          .results()
          .map(
              it -> new Link(link.to(), URI.create(it.group(1)).getRawPath() + query(it.group(1))));
    }
    if (!type.startsWith("text/html") || answer.statusCode() != 200) {
      return Stream.empty();
    }
    ids.put(link.to(), all(ID, answer.body()));
    if (!PORTAL.matcher(link.to()).matches()) {
      return Stream.empty();
    }
    check(link.to(), answer.body());
    return all(LINK, answer.body()).stream()
        .map(it -> it.replace("&amp;", "&"))
        .map(it -> it.startsWith("#") || it.startsWith("?") ? path(link.to(), it) : it)
        .filter(it -> it.startsWith("/") && !it.startsWith("//"))
        .map(it -> new Link(link.to(), it));
  }

  private static String query(String address) {
    String query = URI.create(address.replace("&amp;", "&")).getRawQuery();
    return query == null ? "" : "?" + query;
  }

  private static String path(String page, String rest) {
    return rest.startsWith("?") ? page.replaceFirst("\\?.*", "") + rest : page + rest;
  }

  private static Set<String> all(Pattern what, String text) {
    Set<String> found = new HashSet<>();
    Matcher matcher = what.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private void findAnchor(Link link) {
    String[] parts = link.to().split("#", 2);
    Set<String> known = ids.get(parts[0]);
    String place = URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
    if (known != null && !place.isEmpty() && !known.contains(place)) {
      pointless.add(link.toString());
    }
  }

  private void check(String page, String html) throws IOException, SAXException {
    var told = new Told(page);
    checker.setUpValidatorAndParsers(told, false, false);
    checker.checkHtmlInputSource(new InputSource(new StringReader(html)));
  }

  /** What the checker says of a page; hints are none of our business here. */
  private final class Told implements ErrorHandler {
    private final String page;

    Told(String page) {
      this.page = page;
    }

    @Override
    public void warning(SAXParseException told) {
      // a hint
    }

    @Override
    public void error(SAXParseException told) {
      wrong.add(page + ", line " + told.getLineNumber() + ": " + told.getMessage());
    }

    @Override
    public void fatalError(SAXParseException told) {
      error(told);
    }
  }
}
