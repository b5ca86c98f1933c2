package jp.careplan.support;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 製品ダウンロード: packages of the launcher, from the folder that the operator fills. */
public interface Downloads {
  /** Newest version first; empty where nothing is offered. */
  List<LauncherPackage> packages();

  /** How often each file's download was begun. */
  Map<String, Long> counts();

  /**
   * A file on its way out.
   *
   * @param bytes as they lie there now; to be closed
   */
  record Fetched(InputStream bytes, long length) {}

  /**
   * A package, the signature of one, or the signer's certificate; nothing where no such file is
   * offered.
   */
  Optional<Fetched> fetch(String name) throws IOException;

  /**
   * Counts a download that begins, once a day for one source.
   *
   * @param source where the call comes from; kept nowhere
   */
  void begun(LauncherPackage one, String source);
}
