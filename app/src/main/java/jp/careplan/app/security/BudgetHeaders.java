package jp.careplan.app.security;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;

/**
 * Tells each caller of the connector what is left of this minute, so that nobody finds out by 429.
 */
@Provider
public class BudgetHeaders implements ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(RequestBudget.Left.PROPERTY) instanceof RequestBudget.Left left) {
      MultivaluedMap<String, Object> headers = response.getHeaders();
      headers.putSingle("RateLimit-Limit", left.limit());
      headers.putSingle("RateLimit-Remaining", left.remaining());
      headers.putSingle("RateLimit-Reset", left.seconds());
    }
  }
}
