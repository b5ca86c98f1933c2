package jp.careplan.app;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KernelProblem;
import jp.careplan.kernel.ProblemCode;

/** The only place where a failure becomes an answer of the API (RFC 9457). */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
  private static final System.Logger LOG = System.getLogger(ProblemMapper.class.getName());
  private static final Map<Integer, ProblemCode> BY_STATUS =
      Map.of(
          400, KernelProblem.BAD_REQUEST,
          404, KernelProblem.NOT_FOUND,
          405, KernelProblem.METHOD_NOT_ALLOWED,
          406, KernelProblem.NOT_ACCEPTABLE,
          415, KernelProblem.UNSUPPORTED_MEDIA_TYPE);

  @Context private HttpServletRequest request;

  @Override
  public Response toResponse(Throwable failure) {
    DomainException refusal = asRefusal(failure);
    int status = refusal.code().status();
    String trace = Trace.of(request);
    if (refusal.code() == KernelProblem.OUR_FAULT) {
      LOG.log(ERROR, "failed trace=" + trace + " " + request.getMethod(), failure);
    } else if (cause(failure, SQLException.class).isPresent()) { // a fault of ours may look like it
      LOG.log(WARNING, "refused code=" + refusal.code().code() + " trace=" + trace, failure);
    } else {
      LOG.log(INFO, "refused code={0} trace={1}", refusal.code().code(), trace);
    }
    Response.ResponseBuilder answer =
        Response.status(status)
            .type(ProblemDocument.MEDIA_TYPE)
            .entity(ProblemDocument.of(refusal, request.getRequestURI(), trace));
    if (refusal.extensions().get("retryAfter") instanceof Number seconds) {
      answer.header("Retry-After", seconds);
    }
    return answer.build();
  }

  private static DomainException asRefusal(Throwable failure) {
    Optional<DomainException> refusal = cause(failure, DomainException.class);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (cause(failure, OptimisticLockException.class).isPresent()
        || cause(failure, SQLException.class).filter(DatabaseTrouble::isDuplicate).isPresent()) {
      return new DomainException(KernelProblem.CHANGED_MEANWHILE, "");
    }
    if (failure instanceof WebApplicationException web) {
      if (cause(failure, NumberFormatException.class).isPresent()) {
        return new DomainException(KernelProblem.BAD_REQUEST, ""); // no address, but a parameter
      }
      return new DomainException(codeOf(web.getResponse().getStatus()), "");
    }
    if (cause(failure, SQLException.class).filter(DatabaseTrouble::passes).isPresent()) {
      return new DomainException(KernelProblem.UNAVAILABLE, "");
    }
    return new DomainException(KernelProblem.OUR_FAULT, "");
  }

  /** The general problem that stands for a status of the server's own. */
  public static ProblemCode codeOf(int status) {
    boolean refused = status >= 400 && status < 500;
    return BY_STATUS.getOrDefault(
        status, refused ? KernelProblem.BAD_REQUEST : KernelProblem.OUR_FAULT);
  }

  private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
    return Stream.iterate(failure, it -> it != null, Throwable::getCause)
        .limit(20)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }
}
