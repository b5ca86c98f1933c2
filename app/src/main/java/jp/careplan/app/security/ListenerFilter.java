package jp.careplan.app.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.careplan.app.ProblemDocument;
import jp.careplan.app.Trace;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KernelProblem;

/** The connector listener serves {@code /api/v1} and nothing else; no other listener serves it. */
@WebFilter(filterName = "listeners", urlPatterns = "/*", asyncSupported = true)
public class ListenerFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject private transient Listeners listeners;
  @Inject private transient Trace trace;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    boolean api = request.getRequestURI().startsWith("/api/");
    if (api == listeners.isConnector(request)) {
      chain.doFilter(request, response);
    } else {
      refuse(request, response);
    }
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    response.setContentType(ProblemDocument.MEDIA_TYPE);
    response.setCharacterEncoding("UTF-8");
    var refusal = new DomainException(KernelProblem.NOT_FOUND, "");
    response
        .getWriter()
        .write(ProblemDocument.of(refusal, request.getRequestURI(), trace.id()).toString());
  }
}
