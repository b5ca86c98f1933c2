package jp.careplan.support.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.careplan.support.HelpText;
import jp.careplan.support.Reading;
import jp.careplan.support.TextKind;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells search engines what there is to read ({@code sitemap.xml}), and where it ends. */
@WebServlet({"/sitemap.xml", "/robots.txt"})
public class SiteMapServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  @Inject private transient Reading reading;

  @Inject
  @ConfigProperty(name = "careplan.public-url", defaultValue = "http://localhost:8080")
  private String publicUrl;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean robots = request.getServletPath().equals("/robots.txt");
    byte[] answer = (robots ? robots() : map()).getBytes(StandardCharsets.UTF_8);
    response.setContentType(robots ? "text/plain" : "application/xml");
    response.setCharacterEncoding("UTF-8");
    response.setContentLength(answer.length);
    response.getOutputStream().write(answer);
  }

  private String robots() {
    return """
    User-agent: *
    Disallow: /account/
    Disallow: /desk/
    Disallow: /office/
    Disallow: /support/search
    Sitemap: %s/sitemap.xml
    """
        .formatted(publicUrl);
  }

  private String map() {
    Stream<String> pages = PortalPage.ALL.stream().map(PortalPage::address);
    Stream<String> texts =
        Stream.of(TextKind.FAQ, TextKind.GUIDE, TextKind.NEWS)
            .flatMap(kind -> reading.all(kind).stream())
            .map(HelpText::address);
    return Stream.concat(pages, texts)
        .map(it -> "  <url><loc>" + escaped(publicUrl + it) + "</loc></url>\n")
        .collect(
            Collectors.joining(
                "",
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                """,
                "</urlset>\n"));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
