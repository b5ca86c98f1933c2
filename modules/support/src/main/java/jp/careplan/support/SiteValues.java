package jp.careplan.support;

/** What texts say differently from operator to operator; empty where nothing is set. */
public interface SiteValues {
  String operatorName();

  String phone();

  String hours();

  /** What a year costs today, in words. */
  String fee();

  /** The same in yen, whatever campaign there is; 0 where none is decided. */
  int yearlyFee();

  /** 利用規約 as it is valid today. */
  String terms();
}
