package jp.careplan.exchange.internal.standard;

import java.io.Serializable;

/** Who a record is about: 保険者番号 and 被保険者番号 as the file writes them. Masks itself in text. */
public record PersonKey(String insurerNumber, String insuredNumber) implements Serializable {
  @Override
  public String toString() {
    return "PersonKey[masked]";
  }
}
