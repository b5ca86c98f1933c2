package jp.careplan.support.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import jp.careplan.support.HelpText;
import jp.careplan.support.Reading;
import jp.careplan.support.SiteValues;
import jp.careplan.support.TextKind;
import jp.careplan.support.internal.content.Markdown;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The news as an Atom feed (RFC 4287). */
@WebServlet("/support/news.atom")
public class NewsFeedServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final int NEWEST = 30;

  @Inject private transient Reading reading;
  @Inject private transient SiteValues site;
  @Inject private transient Clock clock;

  @Inject
  @ConfigProperty(name = "careplan.public-url", defaultValue = "http://localhost:8080")
  private String publicUrl;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] feed = feed(reading.all(TextKind.NEWS).stream().limit(NEWEST).toList());
    response.setContentType("application/atom+xml");
    response.setCharacterEncoding("UTF-8");
    response.setContentLength(feed.length);
    response.getOutputStream().write(feed);
  }

  private byte[] feed(List<HelpText> news) throws IOException {
    var written = new StringWriter();
    try {
      XMLStreamWriter out = XMLOutputFactory.newFactory().createXMLStreamWriter(written);
      out.writeStartDocument("UTF-8", "1.0");
      out.writeStartElement("feed");
      out.writeDefaultNamespace(ATOM);
      out.writeAttribute("xml:lang", "ja");
      element(out, "title", "ケアプランデータ連携 お知らせ");
      element(out, "id", publicUrl + "/support/news");
      element(out, "updated", news.isEmpty() ? moment(LocalDate.EPOCH) : moment(news.getFirst()));
      out.writeStartElement("author");
      element(out, "name", site.operatorName().isEmpty() ? "運営者" : site.operatorName());
      out.writeEndElement();
      link(out, "self", publicUrl + "/support/news.atom");
      link(out, "alternate", publicUrl + "/support/news");
      for (HelpText text : news) {
        entry(out, text);
      }
      out.writeEndDocument();
      out.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    return written.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void entry(XMLStreamWriter out, HelpText text) throws XMLStreamException {
    out.writeStartElement("entry");
    element(out, "title", text.title());
    element(out, "id", publicUrl + text.address());
    element(out, "updated", moment(text));
    out.writeEmptyElement("category");
    out.writeAttribute("term", text.topic());
    link(out, "alternate", publicUrl + text.address());
    element(out, "content", Markdown.plain(text.body()));
    out.writeEndElement();
  }

  private static void element(XMLStreamWriter out, String name, String text)
      throws XMLStreamException {
    out.writeStartElement(name);
    out.writeCharacters(text);
    out.writeEndElement();
  }

  private static void link(XMLStreamWriter out, String rel, String href) throws XMLStreamException {
    out.writeEmptyElement("link");
    out.writeAttribute("rel", rel);
    out.writeAttribute("href", href);
  }

  private String moment(HelpText text) {
    return moment(text.publishedOn().orElse(LocalDate.EPOCH));
  }

  private String moment(LocalDate day) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(day.atStartOfDay(clock.getZone()));
  }
}
