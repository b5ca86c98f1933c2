package jp.careplan.app;

import static jp.careplan.kernel.KernelProblem.BAD_REQUEST;

import jakarta.json.JsonException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import jp.careplan.kernel.DomainException;
import org.jspecify.annotations.Nullable;

/** Refuses a body that is no JSON, or another JSON than the call takes, before the call sees it. */
@Provider
public class JsonBodies implements ReaderInterceptor {
  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    Object body = read(context);
    if (body == null || !context.getType().isInstance(body)) {
      throw new DomainException(BAD_REQUEST, "JSONのオブジェクトを送ってください。");
    }
    return body;
  }

  private static @Nullable Object read(ReaderInterceptorContext context) throws IOException {
    try {
      return context.proceed();
    } catch (JsonException | WebApplicationException e) {
      throw new DomainException(BAD_REQUEST, "JSONを読み取れません。");
    }
  }
}
