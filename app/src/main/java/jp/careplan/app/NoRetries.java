package jp.careplan.app;

import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Tells at once when the database is gone. By itself EclipseLink would sleep and ask again for many
 * seconds, with a thread of the server in hand; who calls is better at trying again.
 */
public class NoRetries implements SessionCustomizer {
  @Override
  public void customize(Session session) {
    if (session.getDatasourceLogin() instanceof DatabaseLogin login) {
      login.setQueryRetryAttemptCount(0);
    }
  }
}
