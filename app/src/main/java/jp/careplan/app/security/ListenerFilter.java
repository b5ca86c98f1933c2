package jp.careplan.app.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import jp.careplan.app.Trace;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The connector listener serves {@code /api/v1} and nothing else; no other listener serves it. */
@WebFilter(filterName = "listeners", urlPatterns = "/*", asyncSupported = true)
public class ListenerFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private static final String API = "/api/v1";

  /** A servlet that the server lays into every application, and that describes itself (WADL). */
  private static final String SERVERS_OWN = "/openapi";

  /** Where operators lay a file of accounts, which is larger than any unit. */
  private static final String ACCOUNT_FILE = "/desk/account-file";

  private static final long ACCOUNT_FILE_BYTES = 64L * 1024 * 1024;

  /**
   * Where long texts are written: the terms of use, the portal's, the words of mails, messages
   * beside many units.
   */
  private static final Set<String> LONG_FORMS =
      Set.of("/desk/terms", "/desk/text", "/desk/settings", "/office/send", "/office/send.xhtml");

  private static final long LONG_FORM_BYTES = 2L * 1024 * 1024;

  /** No JSON of the API and no other form comes near it. */
  private static final long JSON_BYTES = 64L * 1024;

  /** What names, headers and the manifest take beside the files. */
  private static final long AROUND_FILES = 1024 * 1024;

  @Inject
  @ConfigProperty(name = "careplan.limits.request-bytes", defaultValue = "31457280")
  private long requestBytes;

  @Inject private transient Listeners listeners;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setDateHeader("Date", System.currentTimeMillis()); // the server itself tells none
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    boolean api = request.getServletPath().equals(API);
    boolean connector = listeners.isConnector(request);
    var guarded = new GuardedRequest(request, most(request));
    if (!api && !connector) {
      if (request.getServletPath().equals(SERVERS_OWN)) {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
      } else {
        chain.doFilter(FormRequest.isForm(request) ? new FormRequest(guarded) : guarded, response);
      }
      return;
    }
    var answer = new ProblemResponse(request, response, Trace.of(request));
    if (api && connector) {
      chain.doFilter(guarded, answer);
    } else {
      answer.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private long most(HttpServletRequest request) {
    String type = request.getContentType();
    if (type != null && type.startsWith("multipart/")) {
      return requestBytes + AROUND_FILES;
    }
    String path = request.getServletPath();
    if (path.equals(ACCOUNT_FILE)) {
      return ACCOUNT_FILE_BYTES;
    }
    return LONG_FORMS.contains(path) ? LONG_FORM_BYTES : JSON_BYTES;
  }
}
