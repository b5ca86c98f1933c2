package jp.careplan.application;

import java.io.IOException;
import java.io.InputStream;

/**
 * Takes over the KJ accounts of 電子請求受付システム from a CSV file: looked at as a whole, then applied in
 * one go or not at all. The same file again changes nothing. A password that an office chose, or
 * that went out by letter, stays; so does a security mail that the office changed.
 */
public interface AccountImport {
  /** The file; read more than once, a little at a time. */
  interface Source {
    InputStream open() throws IOException;
  }

  /**
   * What an operator has seen and wants done.
   *
   * @param sha256 of {@link ImportPreview#sha256}
   * @param closing whether accounts that vanished are closed
   * @param vanished how many there were in the preview
   */
  record Approval(String sha256, boolean closing, int vanished) {
    /** Takes the file over and closes nothing. */
    public static Approval of(ImportPreview seen) {
      return new Approval(seen.sha256(), false, seen.counts().vanished());
    }

    /** The same, and closes what vanished. */
    public static Approval closing(ImportPreview seen) {
      return new Approval(seen.sha256(), true, seen.counts().vanished());
    }
  }

  /**
   * Looks at the whole file and changes nothing.
   *
   * @param operator user ID of the operator, for the trail
   */
  ImportPreview preview(Source file, String operator);

  /**
   * Applies what was seen; refuses other bytes, a file with findings, and the closing of another
   * number of accounts than was seen.
   *
   * @param operator user ID of the operator, for the trail
   */
  ImportCounts apply(Source file, Approval approval, String operator);
}
