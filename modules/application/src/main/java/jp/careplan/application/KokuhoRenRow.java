package jp.careplan.application;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** 国保連合会 as operators keep it. */
@Entity
@Table(name = "application_kokuho_ren")
class KokuhoRenRow {
  @Id private String prefecture;
  private String name;
  private String phone;
  private String address;
  @Version private long version;

  protected KokuhoRenRow() {}

  KokuhoRen entry() {
    return new KokuhoRen(prefecture, name, phone, address);
  }

  void edit(KokuhoRen changed) {
    name = changed.name();
    phone = changed.phone();
    address = changed.address();
  }
}
