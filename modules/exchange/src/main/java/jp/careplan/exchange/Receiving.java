package jp.careplan.exchange;

import java.util.List;
import jp.careplan.application.OfficeSession;

/** 受信. */
public interface Receiving {
  /** Takes a transmission in; from then on its content is open to the office. Repeatable. */
  TransmissionDetail receive(OfficeSession by, TransmissionId id);

  /** The bytes of one file as sent. */
  OfferedFile download(OfficeSession by, TransmissionId id, String fileName);

  /** All files, in the order of the manifest. */
  List<OfferedFile> downloadAll(OfficeSession by, TransmissionId id);

  /** 取込済 or 取込エラー, as the recipient's care software tells it. */
  TransmissionDetail reportImport(
      OfficeSession by, TransmissionId id, boolean imported, String message);
}
