package jp.careplan.app.security;

import static jp.careplan.kernel.KernelProblem.TOO_LARGE;
import static jp.careplan.kernel.KernelProblem.TOO_SLOW;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.time.Duration;
import jp.careplan.kernel.DomainException;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body is read only so far and so long: an endless or a dripping one would hold a
 * thread that others wait for.
 */
final class GuardedRequest extends HttpServletRequestWrapper {
  private static final int KILOBYTE = 1024;

  private final long most;
  private @Nullable ServletInputStream body;

  /**
   * @param most bytes that are read of the body
   */
  GuardedRequest(HttpServletRequest request, long most) {
    super(request);
    this.most = most;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (body == null) {
      body = new Body(super.getInputStream(), most);
    }
    return body;
  }

  private static final class Body extends ServletInputStream {
    private static final long GRACE = Duration.ofSeconds(10).toNanos();
    private static final long SLOWEST_BYTES_PER_SECOND = 2 * KILOBYTE;

    private final ServletInputStream in;
    private final long most;
    private final long begun = System.nanoTime();
    private long count;

    Body(ServletInputStream in, long most) {
      this.in = in;
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      int value = in.read();
      account(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = in.read(buffer, offset, length);
      account(Math.max(read, 0));
      return read;
    }

    private void account(int read) {
      count += read;
      if (count > most) {
        throw new DomainException(TOO_LARGE, "上限は" + most / KILOBYTE + "KBです。");
      }
      long earned = Duration.ofSeconds(count / SLOWEST_BYTES_PER_SECOND).toNanos();
      if (System.nanoTime() - begun > GRACE + earned) {
        throw new DomainException(TOO_SLOW, "");
      }
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }

    @Override
    public int available() throws IOException {
      return in.available();
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
