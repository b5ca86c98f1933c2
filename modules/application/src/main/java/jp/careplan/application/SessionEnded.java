package jp.careplan.application;

/** A session was ended by sign-out. */
public record SessionEnded(String sessionId) {}
