package jp.careplan.app;

import jakarta.annotation.Priority;
import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;

/**
 * Leads what fails at commit to {@link ProblemMapper}: the server brings a mapper of its own for
 * it, nearer than any for {@code Throwable}, that answers with a page of the server.
 */
@Provider
@Priority(1)
public class FailedCommitMapper implements ExceptionMapper<TransactionalException> {
  @Context private Providers providers;

  @Override
  public Response toResponse(TransactionalException failure) {
    return providers.getExceptionMapper(Throwable.class).toResponse(failure);
  }
}
