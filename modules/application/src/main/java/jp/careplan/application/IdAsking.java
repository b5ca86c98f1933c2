package jp.careplan.application;

import java.time.Instant;
import java.util.Optional;

/** 「IDがない・わからない」: anyone may ask; 国保連 of the prefecture answers by letter. */
public interface IdAsking {
  /** What becomes of a request. */
  enum Status {
    RECEIVED,
    ANSWERED,
    REJECTED
  }

  /**
   * Proof that it was received.
   *
   * @param number 受付番号, 8 digits
   * @param code 確認コード, with which the state is seen; told this once
   */
  record Receipt(String number, String code) {
    @Override
    public String toString() {
      return "Receipt[" + number + "]";
    }
  }

  /** How it stands; nothing of what was asked. */
  record Standing(Status status, Instant askedAt, Optional<Instant> settledAt) {}

  /**
   * Takes a question in and mails a confirmation that carries none of it.
   *
   * @param source where the call comes from
   */
  Receipt ask(IdQuestion question, String source);

  /** Refuses a wrong code as it refuses a number that was never given. */
  Standing standingOf(String number, String code, String source);
}
