package jp.careplan.app.security;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import jp.careplan.app.ProblemDocument;
import jp.careplan.app.ProblemMapper;
import jp.careplan.kernel.DomainException;
import org.jspecify.annotations.Nullable;

/**
 * Answers with a problem document where the server would answer with a page of its own, and quietly
 * with nothing where the caller has gone.
 */
final class ProblemResponse extends HttpServletResponseWrapper {
  private final HttpServletRequest request;
  private final String instance;
  private final String traceId;
  private @Nullable ServletOutputStream answer;

  ProblemResponse(HttpServletRequest request, HttpServletResponse response, String traceId) {
    super(response);
    this.request = request;
    this.instance = request.getRequestURI();
    this.traceId = traceId;
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    if (answer == null) {
      answer = new AnswerStream(super.getOutputStream(), request, traceId);
    }
    return answer;
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
