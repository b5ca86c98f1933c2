package jp.careplan.launcher.api;

/** The counts of the day. */
public record Overview(int unread, int sentToday, int notReceived) {}
