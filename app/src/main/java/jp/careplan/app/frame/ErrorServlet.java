package jp.careplan.app.frame;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import jp.careplan.app.Trace;
import jp.careplan.application.Caller;
import jp.careplan.application.HouseOperator;
import jp.careplan.application.OperatorCaller;

/**
 * Writes the error pages from one plain template: it asks neither Faces nor, but for what the node
 * remembers, the database, which may be what failed.
 */
@WebServlet("/trouble")
public class ErrorServlet extends HttpServlet {
  private static final System.Logger LOG = System.getLogger(ErrorServlet.class.getName());
  private static final long serialVersionUID = 1L;
  private static final String TEMPLATE = "/WEB-INF/frame/error.html";

  @Inject private transient HouseOperator operator;
  @Inject private transient Caller caller;
  @Inject private transient OperatorCaller operatorCaller;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    var failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    ErrorPage page = ErrorPage.of(status instanceof Integer number ? number : 404, failure);
    if (page.isOurFault()) {
      LOG.log(ERROR, "failed trace=" + Trace.of(request) + " " + request.getMethod(), failure);
    }
    response.setStatus(page.status());
    response.setContentType("text/html");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'");
    response.getWriter().write(filled(page, Trace.of(request)));
  }

  private String filled(ErrorPage page, String trace) throws IOException {
    return template()
        .replace("{what}", escaped(page.what()))
        .replace("{why}", escaped(page.why()))
        .replace("{code}", page.code().isEmpty() ? "" : "コード " + escaped(page.code()))
        .replace("{trace}", page.isOurFault() ? "追跡番号 " + trace : "")
        .replace("{start}", operatorCaller.isSignedIn() ? "/desk/home" : Navigation.start(caller))
        .replace("{places}", places())
        .replace("{operator}", escaped(operator.getName()))
        .replace("{phone}", escaped(operator.getPhone()))
        .replace("{hours}", escaped(operator.getHours()));
  }

  private String places() {
    return links().stream()
        .map(link -> "<li><a href=\"" + link.href() + "\">" + link.label() + "</a></li>\n")
        .collect(Collectors.joining());
  }

  private List<Navigation.Link> links() {
    return operatorCaller.isSignedIn()
        ? Navigation.of(operatorCaller.session())
        : Navigation.of(caller, "受信箱");
  }

  private String template() throws IOException {
    try (InputStream in = getServletContext().getResourceAsStream(TEMPLATE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
