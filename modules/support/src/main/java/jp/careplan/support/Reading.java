package jp.careplan.support;

import java.util.List;

/** Texts are read: by everybody, without signing in. */
public interface Reading {
  /** All texts of a kind in the order of lists; news: the newest first. */
  List<HelpText> all(TextKind kind);

  /** One text; {@code SU-101} when there is none. */
  HelpText require(TextKind kind, String name);
}
