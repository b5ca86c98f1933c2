package jp.careplan.application.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TypedTest {
  @Test
  void takesFullWidthAndSmallLettersForTheId() {
    assertEquals("KJ999970000011", Typed.userId(" ｋｊ９９９９７００００011\u3000"));
  }
}
