package jp.careplan.application;

import java.io.IOException;
import java.io.InputStream;

/**
 * Takes over the KJ accounts of 電子請求受付システム from a CSV file: looked at as a whole, then applied in
 * one go or not at all. The same file again changes nothing. A password that an office chose, or
 * that went out by letter, stays; so does a security mail that the office changed. For operators
 * who look after the whole country.
 */
public interface AccountImport {
  /** The file; read more than once, a little at a time. */
  interface Source {
    InputStream open() throws IOException;

    /**
     * Hears how far it is: rows that were compared, and those that were written on top of them, so
     * that applying a file ends at twice its rows.
     */
    default void reached(int rows) {}
  }

  /**
   * What an operator has seen and wants done.
   *
   * @param sha256 of {@link ImportPreview#sha256}
   * @param closing whether accounts that vanished are closed
   * @param vanished how many there were in the preview
   * @param reason for the trail
   */
  record Approval(String sha256, boolean closing, int vanished, String reason) {
    /** Takes the file over and closes nothing. */
    public static Approval of(ImportPreview seen, String reason) {
      return new Approval(seen.sha256(), false, seen.counts().vanished(), reason);
    }

    /** The same, and closes what vanished. */
    public static Approval closing(ImportPreview seen, String reason) {
      return new Approval(seen.sha256(), true, seen.counts().vanished(), reason);
    }
  }

  /** Looks at the whole file and changes nothing. */
  ImportPreview preview(Source file, OperatorSession by);

  /**
   * Applies what was seen; refuses other bytes, a file with findings, and the closing of another
   * number of accounts than was seen.
   */
  ImportCounts apply(Source file, Approval approval, OperatorSession by);
}
