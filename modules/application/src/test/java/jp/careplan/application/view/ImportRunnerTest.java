package jp.careplan.application.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.careplan.application.DeskProblem.IMPORT_STOPPED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ImportRunnerTest {
  @Test
  void whateverBreaksAnImportIsToldWithoutItsWords() throws IOException {
    var job = ImportJob.of("accounts.csv", new ByteArrayInputStream("見本".getBytes(UTF_8)));

    ImportRunner.run(
        job,
        () -> {
          throw new IllegalStateException("the database is gone");
        });

    assertEquals(ImportJob.Step.REFUSED, job.step());
    assertEquals(IMPORT_STOPPED, job.refusal().orElseThrow().code());
    assertEquals("", job.refusal().orElseThrow().detail());
  }
}
