package jp.careplan.launcher.api;

import org.jspecify.annotations.Nullable;

/** 指摘: what is wrong in a file, where, and what to do. */
public record Finding(
    @Nullable String file,
    @Nullable Integer line,
    @Nullable Integer column,
    @Nullable String columnName,
    String code,
    String severity,
    String message,
    @Nullable String remedy) {}
