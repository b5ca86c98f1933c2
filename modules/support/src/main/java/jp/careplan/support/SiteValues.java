package jp.careplan.support;

/** What texts say differently from operator to operator; empty where nothing is set. */
public interface SiteValues {
  String operatorName();

  String phone();

  String hours();

  /** What a year costs today, in words. */
  String fee();
}
