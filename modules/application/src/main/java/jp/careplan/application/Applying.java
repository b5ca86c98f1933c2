package jp.careplan.application;

import java.util.List;
import java.util.Optional;
import jp.careplan.application.ApplicationForm.Description;
import jp.careplan.application.ApplicationForm.Fault;
import jp.careplan.application.ApplicationForm.Premises;
import jp.careplan.kernel.OfficeNumber;

/** 利用申請: how an office joins. */
public interface Applying {
  /** The office's newest application to join. */
  Optional<ApplicationSummary> newest(OfficeNumber office);

  /**
   * The application that the office is writing; a new one, filled with what is known of the office,
   * where there is none.
   */
  ApplicationSummary draft(OfficeSession by);

  /** Keeps what was typed, whatever it is, and tells what must be put right. */
  List<Fault> keep(OfficeSession by, Premises typed);

  List<Fault> keep(OfficeSession by, Description typed);

  /**
   * Keeps that the terms of use were read and agreed to; they hold once the application is sent.
   */
  void agree(OfficeSession by, int edition);

  /** Sends it: completed at once, or waiting for a review. */
  ApplicationSummary submit(OfficeSession by);

  /** 取下げ, while it is not decided. */
  void retract(OfficeSession by);
}
