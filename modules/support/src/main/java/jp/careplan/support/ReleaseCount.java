package jp.careplan.support;

/** What became of the texts or rules of a release. */
record ReleaseCount(int begun, int taken, int offered, int gone) {
  boolean isNothing() {
    return begun + taken + offered + gone == 0;
  }

  /**
   * @param noun what was counted
   */
  String words(String noun) {
    return "新しい%s%d、入れかえ%d、提案%d、なくなった%s%d".formatted(noun, begun, taken, offered, noun, gone);
  }
}
