package jp.careplan.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  private @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--password=naisho",
        "--certificate-password=naisho",
        "-password=naisho",
        "--pass=naisho",
        "--passwd=naisho"
      })
  void refusesAPasswordOnTheCommandLineAndDoesNotRepeatIt(String argument) {
    var run = TestOffice.plainly("status", argument);

    assertEquals(2, run.code());
    assertTrue(run.err().contains("CL-104"), run.err());
    assertFalse((run.out() + run.err()).contains("naisho"), run.err());
  }

  @Test
  void refusesAPasswordThatFollowsItsOption() {
    assertTrue(TestOffice.plainly("status", "--password", "naisho").err().contains("CL-104"));
  }

  @Test
  void doesNotRepeatTheValueOfAnUnknownOption() {
    var run = TestOffice.plainly("status", "--aikotoba=naisho");

    assertEquals(2, run.code());
    assertFalse((run.out() + run.err()).contains("naisho"), run.err());
  }

  @Test
  void refusesAPasswordFileThatOthersCanRead() throws Exception {
    var office = enrolled();
    Files.setPosixFilePermissions(
        office.passwordFile(), PosixFilePermissions.fromString("rw-r-----"));

    var run = office.run("status");

    assertEquals(2, run.code());
    assertTrue(run.err().contains("CL-106"), run.err());
  }

  @Test
  void saysWhereToPutAPasswordWhenNobodyCanBeAsked() {
    var office = enrolled();

    var run = TestOffice.plainly("status", "--home", office.home().toString(), "--json");

    assertEquals(2, run.code());
    assertEquals("CL-105", run.json().at("/problem/code").asText());
  }

  private TestOffice enrolled() {
    var office = new TestOffice(folder);
    new TestAuthority("Sample CA").issueOffice(TestOffice.NUMBER, office.certificate());
    assertEquals(0, office.enroll("exchange.example").code());
    return office;
  }
}
