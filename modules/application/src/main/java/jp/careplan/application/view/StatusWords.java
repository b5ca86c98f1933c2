package jp.careplan.application.view;

import jp.careplan.application.ApplicationStatus;

/** Mark and word, so that a state is never told by colour alone. */
final class StatusWords {
  private StatusWords() {}

  static String of(ApplicationStatus status) {
    return switch (status) {
      case DRAFT -> "– 下書き";
      case COMPLETED -> "✓ 完了";
      case IN_REVIEW -> "● 審査中";
      case SENT_BACK -> "! 差戻し";
      case REJECTED -> "✗ 却下";
      case RETRACTED -> "↩ 取下げ";
    };
  }
}
