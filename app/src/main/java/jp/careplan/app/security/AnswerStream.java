package jp.careplan.app.security;

import static java.lang.System.Logger.Level.INFO;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import jp.careplan.kernel.HungUp;

/**
 * The way out to a caller who may have hung up, as after an upload that was cut: nobody is left to
 * tell, so the log gets one line and the rest of the answer is dropped.
 */
final class AnswerStream extends ServletOutputStream {
  private static final System.Logger LOG = System.getLogger(AnswerStream.class.getName());

  private final ServletOutputStream out;
  private final ServletRequest request;
  private final String traceId;
  private boolean gone;

  AnswerStream(ServletOutputStream out, ServletRequest request, String traceId) {
    this.out = out;
    this.request = request;
    this.traceId = traceId;
  }

  private interface Step {
    void run() throws IOException;
  }

  private void attempt(Step step) {
    if (gone) {
      return;
    }
    try {
      step.run();
    } catch (IOException e) {
      gone = true;
      request.setAttribute(HungUp.ATTRIBUTE, true);
      LOG.log(INFO, "caller hung up before the answer trace={0}", traceId);
    }
  }

  @Override
  public void write(int value) {
    attempt(() -> out.write(value));
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    attempt(() -> out.write(bytes, offset, length));
  }

  @Override
  public void flush() {
    attempt(out::flush);
  }

  @Override
  public void close() {
    attempt(out::close);
  }

  @Override
  public boolean isReady() {
    return out.isReady();
  }

  @Override
  public void setWriteListener(WriteListener listener) {
    out.setWriteListener(listener);
  }
}
