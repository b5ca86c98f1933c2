package jp.careplan.app.bench.empty;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything of the empty deployment. */
@ApplicationPath("/")
public class EmptyApplication extends Application {}
