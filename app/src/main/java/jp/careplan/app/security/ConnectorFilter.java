package jp.careplan.app.security;

import static jp.careplan.application.ApplicationProblem.NOT_SIGNED_IN;
import static jp.careplan.application.ApplicationProblem.NO_CERTIFICATE;
import static jp.careplan.application.ApplicationProblem.SESSION_OVER;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.security.cert.X509Certificate;
import java.util.Optional;
import jp.careplan.application.Caller;
import jp.careplan.application.ClientCertificate;
import jp.careplan.application.SigningIn;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KernelProblem;
import jp.careplan.kernel.PublicDoor;

/**
 * Deny first: a resource answers on its own listener alone, and, on the connector, only to a
 * session.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class ConnectorFilter implements ContainerRequestFilter {
  private static final String BEARER = "Bearer ";

  @Inject private SigningIn signingIn;
  @Inject private Caller caller;
  @Inject private Listeners listeners;
  @Inject private RequestBudget budget;
  @Context private ResourceInfo resource;
  @Context private HttpServletRequest request;

  @Override
  public void filter(ContainerRequestContext context) {
    boolean connector = listeners.isConnector(request);
    if (connector == resource.getResourceClass().isAnnotationPresent(PublicDoor.class)) {
      throw new NotFoundException();
    }
    if (!connector) {
      return;
    }
    X509Certificate certificate = requireCertificate();
    if (!isSignIn(context)) {
      enter(context, certificate);
    }
    if (request.getMethod().equals(HttpMethod.HEAD)) { // by now the context says GET
      throw new DomainException(KernelProblem.METHOD_NOT_ALLOWED, "");
    }
  }

  private static boolean isSignIn(ContainerRequestContext context) {
    return context.getMethod().equals(HttpMethod.POST)
        && context.getUriInfo().getPath().equals("sessions");
  }

  /** Before anything of the body is read: who has no certificate holds no thread with it. */
  private X509Certificate requireCertificate() {
    return ClientCertificate.of(request).orElseThrow(() -> new DomainException(NO_CERTIFICATE, ""));
  }

  private void enter(ContainerRequestContext context, X509Certificate certificate) {
    String header = context.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.startsWith(BEARER)) {
      throw new DomainException(NOT_SIGNED_IN, "");
    }
    var session =
        signingIn
            .resume(header.substring(BEARER.length()), Optional.of(certificate))
            .orElseThrow(() -> new DomainException(SESSION_OVER, ""));
    RequestBudget.Left left = budget.count(session.office());
    context.setProperty(RequestBudget.Left.PROPERTY, left);
    left.requireRoom();
    caller.enter(session);
  }
}
