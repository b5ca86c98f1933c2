package jp.careplan.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The API of the connector listener. */
@ApplicationPath("api/v1")
public class ConnectorApplication extends Application {
  /** The server would describe the API by itself, in a format of its own, beside the contract. */
  static final String NO_WADL = "jersey.config.server.wadl.disableWadl";

  @Override
  public Map<String, Object> getProperties() {
    return Map.of(NO_WADL, true);
  }
}
