package jp.careplan.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The API of the connector listener. */
@ApplicationPath("api/v1")
public class ConnectorApplication extends Application {}
