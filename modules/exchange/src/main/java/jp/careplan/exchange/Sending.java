package jp.careplan.exchange;

import java.util.List;
import jp.careplan.application.OfficeSession;

/** 送信. */
public interface Sending {
  /** Groups files into units and checks each as a send would; keeps nothing. */
  List<CheckedUnit> check(OfficeSession by, List<OfferedFile> files);

  /**
   * The same for folders that are not to be mixed, with one look into the directory for all.
   *
   * @return the units of each folder
   */
  List<List<CheckedUnit>> checkEach(OfficeSession by, List<List<OfferedFile>> folders);

  /**
   * Keeps a unit for its recipient. The same ID with the same content always gives the same
   * receipt, whatever has happened since.
   */
  SendingOutcome send(OfficeSession by, SendingOffer offer);

  /** 送信取消: takes back what was not received yet. */
  TransmissionDetail withdraw(OfficeSession by, TransmissionId id, String reason);
}
