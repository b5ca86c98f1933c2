package jp.careplan.app.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which listener a request came in through. */
@ApplicationScoped
public class Listeners {
  @Inject
  @ConfigProperty(name = "careplan.connector.port")
  private int connectorPort;

  public boolean isConnector(HttpServletRequest request) {
    return request.getLocalPort() == connectorPort;
  }
}
