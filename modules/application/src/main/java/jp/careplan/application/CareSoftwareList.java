package jp.careplan.application;

import java.util.List;
import java.util.Optional;

/** ベンダ試験の結果一覧: what newcomers look their care software (介護ソフト) up in. */
public interface CareSoftwareList {
  /** By name. */
  List<CareSoftware> all();

  /**
   * By name.
   *
   * @param words each must stand in name, version or maker, whatever its width
   * @param kind only what passed a part of this kind
   */
  List<CareSoftware> find(String words, Optional<VendorTestPart.Kind> kind);

  /** Fills a list that is empty; one that is not stays as it is. */
  void enter(List<CareSoftware> software);
}
