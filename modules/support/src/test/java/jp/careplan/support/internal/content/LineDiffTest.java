package jp.careplan.support.internal.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LineDiffTest {
  private static String told(String before, String after) {
    return LineDiff.of(before, after).stream()
        .map(it -> it.kind().name().charAt(0) + it.text())
        .collect(Collectors.joining(" "));
  }

  @Test
  void sameTextsHaveNoDifference() {
    assertEquals(List.of(), LineDiff.of("a\nb", "a\nb\n"));
  }

  @Test
  void aLineThatChangedIsTakenOutAndPutIn() {
    assertEquals("Sa Rb Ax Sc", told("a\nb\nc", "a\nx\nc"));
  }

  @Test
  void whatMovedInBetweenIsFound() {
    assertEquals("Aq Sa Rb Sc Ab", told("a\nb\nc", "q\na\nc\nb"));
  }

  @Test
  void longStretchesThatStayedAreCounted() {
    assertEquals(
        "L3 S4 S5 Ax S6 S7 L2", told("1\n2\n3\n4\n5\n6\n7\n8\n9", "1\n2\n3\n4\n5\nx\n6\n7\n8\n9"));
  }

  @Test
  void everythingIsNewOfATextThatWasEmpty() {
    assertEquals("Aa Ab", told("", "a\nb"));
  }

  @Test
  void aVeryLongChangeIsToldAsAWhole() {
    String before = String.join("\n", Collections.nCopies(3000, "old"));
    String after = String.join("\n", Collections.nCopies(3000, "new"));

    assertEquals(6000, LineDiff.of(before, after).size());
  }
}
