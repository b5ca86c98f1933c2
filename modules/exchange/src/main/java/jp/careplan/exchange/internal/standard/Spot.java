package jp.careplan.exchange.internal.standard;

import org.jspecify.annotations.Nullable;

/** Where something was found. The value goes into the sighting only. */
record Spot(
    String file,
    @Nullable Integer line,
    @Nullable Field field,
    String value,
    @Nullable PersonKey person) {

  static Spot file(String file) {
    return new Spot(file, null, null, "", null);
  }

  static Spot line(String file, int line) {
    return new Spot(file, line, null, "", null);
  }

  static Spot field(String file, int line, Field field) {
    return new Spot(file, line, field, "", null);
  }
}
