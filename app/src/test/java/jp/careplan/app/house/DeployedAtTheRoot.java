package jp.careplan.app.house;

import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * Tells Arquillian where its servlet lies. Its container reads that from what the node prints and
 * goes on as soon as it has seen the ports, which stand before the servlets: on a busy machine it
 * then knows of none (arquillian-payara-micro-managed 3.1).
 */
public final class DeployedAtTheRoot implements LoadableExtension {
  private static final String SERVLET = "ArquillianServletRunnerEE9";

  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(Completion.class);
  }

  /** Made and called by Arquillian. */
  public static final class Completion {
    public void complete(@Observes ProtocolMetaData deployed) {
      for (HTTPContext node : deployed.getContexts(HTTPContext.class)) {
        if (node.getServletByName(SERVLET) == null) {
          node.add(new Servlet(SERVLET, ""));
        }
      }
    }
  }
}
