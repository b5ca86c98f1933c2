package jp.careplan.app;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotFoundException;
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

  @Inject private Trace trace;
  @Context private HttpServletRequest request;

  @Override
  public Response toResponse(Throwable failure) {
    DomainException refusal = asRefusal(failure);
    int status = refusal.code().status();
    if (status >= 500) {
      LOG.log(ERROR, "failed trace=" + trace.id() + " " + request.getMethod(), failure);
    } else {
      LOG.log(INFO, "refused code={0} trace={1}", refusal.code().code(), trace.id());
    }
    Response.ResponseBuilder answer =
        Response.status(status)
            .type(ProblemDocument.MEDIA_TYPE)
            .entity(ProblemDocument.of(refusal, request.getRequestURI(), trace.id()));
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
    if (cause(failure, OptimisticLockException.class).isPresent()) {
      return new DomainException(KernelProblem.CHANGED_MEANWHILE, "");
    }
    if (failure instanceof NotFoundException && failure.getCause() != null) {
      return new DomainException(KernelProblem.BAD_REQUEST, ""); // a parameter of a wrong shape
    }
    if (failure instanceof WebApplicationException web) {
      return new DomainException(
          BY_STATUS.getOrDefault(web.getResponse().getStatus(), fallback(web)), "");
    }
    if (cause(failure, SQLException.class).filter(ProblemMapper::isConnectionLoss).isPresent()) {
      return new DomainException(KernelProblem.UNAVAILABLE, "");
    }
    return new DomainException(KernelProblem.OUR_FAULT, "");
  }

  private static ProblemCode fallback(WebApplicationException web) {
    int status = web.getResponse().getStatus();
    return status >= 400 && status < 500 ? KernelProblem.BAD_REQUEST : KernelProblem.OUR_FAULT;
  }

  /** SQLSTATE class 08: the database cannot be reached. */
  private static boolean isConnectionLoss(SQLException e) {
    return e.getSQLState() == null || e.getSQLState().startsWith("08");
  }

  private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
    return Stream.iterate(failure, it -> it != null, Throwable::getCause)
        .limit(20)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }
}
