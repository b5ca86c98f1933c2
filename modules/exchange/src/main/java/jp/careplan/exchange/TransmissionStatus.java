package jp.careplan.exchange;

/** Where a transmission stands. */
public enum TransmissionStatus {
  /** 未受信: accepted and waiting for the recipient. */
  SENT,
  /** 受信済: the recipient has taken it in. */
  RECEIVED,
  /** 保存済: every file was downloaded at least once. */
  DOWNLOADED,
  /** 取込済: told by the recipient's care software. */
  IMPORTED,
  /** 取込エラー: told by the recipient's care software. */
  IMPORT_FAILED,
  /** 送信取消: taken back by the sender before it was received. */
  WITHDRAWN,
  /** 期限切れ: nobody received it while it was kept. */
  EXPIRED,
  /** 誤送信: reported as sent to the wrong office. From here on steps alone, never a state. */
  FROZEN,
  /** The sender asked the wrong recipient to delete its copies. */
  ERASURE_ASKED,
  /** The wrong recipient says that its copies are deleted. */
  ERASURE_TOLD,
  /** Closed to the wrong recipient for ever. */
  ERASED,
  /** The report was taken back. */
  THAWED;

  /** Whether the recipient has taken it in. */
  public boolean isReceived() {
    return switch (this) {
      case RECEIVED, DOWNLOADED, IMPORTED, IMPORT_FAILED -> true;
      case SENT, WITHDRAWN, EXPIRED, FROZEN, ERASURE_ASKED, ERASURE_TOLD, ERASED, THAWED -> false;
    };
  }
}
