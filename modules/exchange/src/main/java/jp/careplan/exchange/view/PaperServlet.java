package jp.careplan.exchange.view;

import static jp.careplan.exchange.ExchangeProblem.NO_SUCH_PICTURE;
import static jp.careplan.exchange.ExchangeProblem.TOO_MANY_PEOPLE;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.careplan.application.page.PdfFont;
import jp.careplan.exchange.Reading.Look;
import jp.careplan.exchange.internal.form.Form;
import jp.careplan.exchange.internal.form.Person;
import jp.careplan.exchange.internal.paper.FormPaper;
import jp.careplan.exchange.internal.transfer.Bundle;
import jp.careplan.kernel.DomainException;

/**
 * What leaves the page 帳票: {@code ID/3.pdf} the forms of one person, {@code ID/all.pdf} of all,
 * {@code ID/3/picture/1} a family picture; {@code desk/} before the ID for what is not sent yet. A
 * browser tells {@code ID/3/printed} when it prints.
 */
@WebServlet("/office/paper/*")
public class PaperServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern PDF = Pattern.compile("/(desk/)?([^/]+)/([0-9]{1,6}|all)\\.pdf");
  private static final Pattern PICTURE =
      Pattern.compile("/(desk/)?([^/]+)/([0-9]{1,6})/picture/([0-9]{1,3})");
  private static final Pattern PRINTED = Pattern.compile("/([^/]+)/([0-9]{1,6})/printed");
  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

  /** What one document holds in memory while it is written. */
  private static final int MOST_PEOPLE = 1000;

  @Inject private transient ReadUnit units;
  @Inject private transient PdfFont font;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = String.valueOf(request.getPathInfo());
    Matcher pdf = PDF.matcher(path);
    Matcher picture = PICTURE.matcher(path);
    if (pdf.matches()) {
      int position = pdf.group(3).equals("all") ? 0 : Integer.parseInt(pdf.group(3));
      pdf(open(pdf, Look.SAVED, position), position, pdf.group(2), response);
    } else if (picture.matches()) {
      int position = Integer.parseInt(picture.group(3));
      var opened = open(picture, Look.SHOWN, position);
      picture(opened, opened.person(position), Integer.parseInt(picture.group(4)), response);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Matcher printed = PRINTED.matcher(String.valueOf(request.getPathInfo()));
    if (!printed.matches()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    units.sent(printed.group(1), Look.PRINTED, Integer.parseInt(printed.group(2)));
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  private ReadUnit.Opened open(Matcher path, Look look, int position) {
    return path.group(1) == null
        ? units.sent(path.group(2), look, position)
        : units.onDesk(path.group(2));
  }

  private void pdf(ReadUnit.Opened opened, int position, String id, HttpServletResponse response)
      throws IOException {
    List<Person> people = position == 0 ? opened.unit().people() : List.of(opened.person(position));
    if (people.size() > MOST_PEOPLE) {
      throw new DomainException(TOO_MANY_PEOPLE, people.size() + "人います。");
    }
    try (var paper = new FormPaper(font, opened.foot())) {
      for (Person person : people) {
        List<Form> forms = opened.unit().forms(person);
        paper.add(person.called(), forms, at -> jpeg(opened, person, at));
      }
      response.setContentType("application/pdf");
      String name = id + (position == 0 ? "" : "-" + position) + ".pdf";
      response.setHeader("Content-Disposition", Bundle.disposition(name));
      paper.writeTo(response.getOutputStream());
    }
  }

  private static void picture(
      ReadUnit.Opened opened, Person person, int at, HttpServletResponse response)
      throws IOException {
    byte[] jpeg =
        jpeg(opened, person, at).orElseThrow(() -> new DomainException(NO_SUCH_PICTURE, ""));
    response.setContentType("image/jpeg");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setHeader("Content-Disposition", "inline; filename=\"picture.jpg\"");
    response.setContentLength(jpeg.length);
    response.getOutputStream().write(jpeg);
  }

  /** Only what begins as a JPEG does, whatever its name says. */
  private static Optional<byte[]> jpeg(ReadUnit.Opened opened, Person person, int at)
      throws IOException {
    var file = opened.unit().picture(person, at);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try (var in = file.get().open()) {
      byte[] bytes = in.readAllBytes();
      for (int i = 0; i < JPEG.length; i++) {
        if (i >= bytes.length || bytes[i] != JPEG[i]) {
          return Optional.empty();
        }
      }
      return Optional.of(bytes);
    }
  }
}
