package jp.careplan.app.security;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** An answer that is drawn into memory first, to see whether it is a page that may be kept. */
final class Drawing extends HttpServletResponseWrapper {
  private static final int USUAL_BYTES = 32 * 1024;

  private final ByteArrayOutputStream drawn = new ByteArrayOutputStream(USUAL_BYTES);
  private final ServletOutputStream out = new Memory(drawn);
  private @Nullable PrintWriter writer;
  private boolean forOne;
  private boolean ended;

  Drawing(HttpServletResponse response) {
    super(response);
  }

  private static final class Memory extends ServletOutputStream {
    private final ByteArrayOutputStream drawn;

    Memory(ByteArrayOutputStream drawn) {
      this.drawn = drawn;
    }

    @Override
    public void write(int value) {
      drawn.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      drawn.write(bytes, offset, length);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("drawn at once");
    }
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return out;
  }

  @Override
  public PrintWriter getWriter() {
    if (writer == null) {
      writer =
          new PrintWriter(new OutputStreamWriter(drawn, Charset.forName(getCharacterEncoding())));
    }
    return writer;
  }

  /** Nothing leaves before all is drawn. */
  @Override
  public void flushBuffer() {
    if (writer != null) {
      writer.flush();
    }
  }

  @Override
  public void resetBuffer() {
    flushBuffer();
    drawn.reset();
  }

  @Override
  public void reset() {
    super.reset();
    resetBuffer();
  }

  /** Told when it goes out. */
  @Override
  public void setContentLength(int length) {}

  /** As {@link #setContentLength}. */
  @Override
  public void setContentLengthLong(long length) {}

  @Override
  public void addCookie(Cookie cookie) {
    forOne = true;
    super.addCookie(cookie);
  }

  @Override
  public void sendError(int status) throws IOException {
    ended = true;
    super.sendError(status);
  }

  @Override
  public void sendError(int status, String message) throws IOException {
    ended = true;
    super.sendError(status, message);
  }

  @Override
  public void sendRedirect(String where) throws IOException {
    ended = true;
    super.sendRedirect(where);
  }

  /** Whether everybody may be shown it. */
  boolean isForAll() {
    return !ended && !forOne && getStatus() == SC_OK && getContentType() != null;
  }

  byte[] bytes() {
    flushBuffer();
    return drawn.toByteArray();
  }

  /** Goes out to whoever asked for it, and to nobody else. */
  void pass() throws IOException {
    if (!ended && !isCommitted()) {
      byte[] bytes = bytes();
      super.setContentLength(bytes.length);
      getResponse().getOutputStream().write(bytes);
    }
  }
}
