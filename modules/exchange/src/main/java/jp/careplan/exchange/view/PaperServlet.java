package jp.careplan.exchange.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.careplan.exchange.Reading.Look;
import jp.careplan.exchange.internal.paper.FormPaper;
import jp.careplan.exchange.internal.transfer.Bundle;

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

  @Inject private transient ReadUnit units;
  @Inject private transient FormPapers papers;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = String.valueOf(request.getPathInfo());
    Matcher pdf = PDF.matcher(path);
    Matcher picture = PICTURE.matcher(path);
    if (pdf.matches()) {
      int position = pdf.group(3).equals("all") ? 0 : Integer.parseInt(pdf.group(3));
      String name = pdf.group(2) + (position == 0 ? "" : "-" + position);
      pdf(papers.pdf(open(pdf, Look.SAVED, position), position), name, response);
    } else if (picture.matches()) {
      int position = Integer.parseInt(picture.group(3));
      var opened = open(picture, Look.SHOWN, position);
      int at = Integer.parseInt(picture.group(4));
      picture(FormPapers.picture(opened, position, at), response);
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

  private static void pdf(FormPaper pdf, String name, HttpServletResponse response)
      throws IOException {
    try (pdf) {
      response.setContentType("application/pdf");
      response.setHeader("Content-Disposition", Bundle.disposition(name + ".pdf"));
      pdf.writeTo(response.getOutputStream());
    }
  }

  private static void picture(byte[] jpeg, HttpServletResponse response) throws IOException {
    response.setContentType("image/jpeg");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setHeader("Content-Disposition", "inline; filename=\"picture.jpg\"");
    response.setContentLength(jpeg.length);
    response.getOutputStream().write(jpeg);
  }
}
