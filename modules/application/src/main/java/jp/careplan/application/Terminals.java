package jp.careplan.application;

/** 端末. */
public interface Terminals {
  /** The name the office gave a terminal; empty where there is none. */
  String nameOf(String terminalId);
}
