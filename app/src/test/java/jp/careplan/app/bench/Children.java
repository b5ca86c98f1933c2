package jp.careplan.app.bench;

/** The processes that a run started. */
final class Children {
  private Children() {}

  /** However this process ends, what it started ends with it. */
  static void endWithUs() {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() ->
                ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly)));
  }
}
