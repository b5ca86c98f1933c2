package jp.careplan.launcher.api;

import org.jspecify.annotations.Nullable;

/** A one-time address that signs the browser in. */
public record HandOff(String url, @Nullable String expiresAt) {}
