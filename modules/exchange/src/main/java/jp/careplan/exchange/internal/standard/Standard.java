package jp.careplan.exchange.internal.standard;

/** stub, replaced. */
public final class Standard {
  public static Standard load() {
    return new Standard();
  }

  public String typeName(String code) {
    return code;
  }
}
