package jp.careplan.application.view;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import jp.careplan.application.AccountImport;
import jp.careplan.application.ImportCounts;
import jp.careplan.application.ImportPreview;
import jp.careplan.kernel.DomainException;

/**
 * One file of accounts on its way. It holds temporary passwords, so it lies packed in memory and
 * never on a disk. Written by a thread of the server, read by the pages that show it.
 */
final class ImportJob implements AccountImport.Source {
  /** Where it stands. */
  enum Step {
    LOOKING,
    LOOKED,
    APPLYING,
    APPLIED,
    REFUSED
  }

  private final String name;
  private final byte[] packed;
  private volatile Step step = Step.LOOKING;
  private volatile int reached;
  private volatile Optional<ImportPreview> preview = Optional.empty();
  private volatile Optional<ImportCounts> result = Optional.empty();
  private volatile Optional<DomainException> refusal = Optional.empty();

  private ImportJob(String name, byte[] packed) {
    this.name = name;
    this.packed = packed;
  }

  static ImportJob of(String name, InputStream body) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var packing = new GZIPOutputStream(out)) {
      body.transferTo(packing);
    }
    return new ImportJob(name, out.toByteArray());
  }

  @Override
  public InputStream open() throws IOException {
    return new GZIPInputStream(new ByteArrayInputStream(packed));
  }

  @Override
  public void reached(int rows) {
    reached = rows;
  }

  void looked(ImportPreview seen) {
    preview = Optional.of(seen);
    step = Step.LOOKED;
  }

  /** Whether it was not begun yet: of two who press at once, one begins. */
  synchronized boolean begin() {
    if (step != Step.LOOKED) {
      return false;
    }
    reached = 0;
    step = Step.APPLYING;
    return true;
  }

  void applied(ImportCounts counts) {
    result = Optional.of(counts);
    step = Step.APPLIED;
  }

  void refused(DomainException why) {
    refusal = Optional.of(why);
    step = Step.REFUSED;
  }

  String name() {
    return name;
  }

  Step step() {
    return step;
  }

  int reached() {
    return reached;
  }

  Optional<ImportPreview> preview() {
    return preview;
  }

  Optional<ImportCounts> result() {
    return result;
  }

  Optional<DomainException> refusal() {
    return refusal;
  }
}
