package jp.careplan.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The API of the public listener. */
@ApplicationPath("public/v1")
public class PublicApplication extends Application {}
