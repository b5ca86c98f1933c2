package jp.careplan.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import jp.careplan.app.ProblemDocument;
import jp.careplan.app.ProblemMapper;
import jp.careplan.kernel.DomainException;

/** Answers with a problem document where the server would answer with a page of its own. */
final class ProblemResponse extends HttpServletResponseWrapper {
  private final String instance;
  private final String traceId;

  ProblemResponse(HttpServletRequest request, HttpServletResponse response, String traceId) {
    super(response);
    this.instance = request.getRequestURI();
    this.traceId = traceId;
  }

  @Override
  public void sendError(int status, String message) throws IOException {
    sendError(status);
  }

  @Override
  public void sendError(int status) throws IOException {
    if (isCommitted()) {
      super.sendError(status);
      return;
    }
    var refusal = new DomainException(ProblemMapper.codeOf(status), "");
    byte[] document =
        ProblemDocument.of(refusal, instance, traceId).toString().getBytes(StandardCharsets.UTF_8);
    resetBuffer();
    setStatus(refusal.code().status());
    setContentType(ProblemDocument.MEDIA_TYPE);
    setContentLength(document.length);
    getOutputStream().write(document);
  }
}
