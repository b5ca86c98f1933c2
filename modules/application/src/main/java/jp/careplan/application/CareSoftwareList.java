package jp.careplan.application;

import java.util.List;

/** ベンダ試験の結果一覧: what newcomers look their care software (介護ソフト) up in. */
public interface CareSoftwareList {
  /** By name. */
  List<CareSoftware> all();

  /** Fills a list that is empty; one that is not stays as it is. */
  void enter(List<CareSoftware> software);
}
