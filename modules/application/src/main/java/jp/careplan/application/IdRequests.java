package jp.careplan.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.IdAsking.Status;

/** The requests of offices without their ID, for the operators of their prefecture. */
public interface IdRequests {
  /**
   * One line of the list; nothing of what was asked.
   *
   * @param id key for {@link #listed}, ascending with the moment it was asked
   */
  record Entry(String id, String number, String prefecture, Status status, Instant askedAt) {}

  /**
   * The whole of one.
   *
   * @param letter text of the answer, once there is one
   */
  record Detail(Entry entry, IdQuestion question, Optional<String> letter) {}

  /**
   * Oldest first, of the prefectures that the operator looks after.
   *
   * @param prefecture 都道府県番号; empty text: all of them
   * @param after {@link Entry#id} of the last line seen; empty text for the beginning
   */
  List<Entry> listed(OperatorSession by, String prefecture, Status status, String after, int most);

  /** How many wait for an answer. */
  long countWaiting(OperatorSession by);

  /** Opens one; who looked is an entry of the trail. */
  Detail open(OperatorSession by, String number);

  /**
   * @param letter text of the letter that goes there
   */
  void answer(OperatorSession by, String number, String letter);

  /**
   * @param letter text of the letter that says why
   */
  void reject(OperatorSession by, String number, String letter);
}
