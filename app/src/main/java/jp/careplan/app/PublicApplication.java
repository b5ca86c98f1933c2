package jp.careplan.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The API of the public listener. */
@ApplicationPath("public/v1")
public class PublicApplication extends Application {
  @Override
  public Map<String, Object> getProperties() {
    return Map.of(ConnectorApplication.NO_WADL, true);
  }
}
