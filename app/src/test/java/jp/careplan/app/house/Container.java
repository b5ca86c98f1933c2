package jp.careplan.app.house;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jp.careplan.app.setup.DemoHome;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What a server that runs tests inside itself starts from: a demo home and the usual settings. */
public final class Container {
  private Container() {}

  /** The house as it is deployed, on the database that the run asks for. */
  public static WebArchive house() throws Exception {
    Map<String, String> settings = Map.of();
    if (!Database.isEmbedded()) {
      Database database = Database.start();
      Runtime.getRuntime().addShutdownHook(new Thread(database::close));
      settings = database.settings();
    }
    prepare(settings);
    return ShrinkWrap.create(ZipImporter.class, "ROOT.war")
        .importFrom(Path.of("target/ROOT.war").toFile())
        .as(WebArchive.class);
  }

  /**
   * Writes {@code boot.txt} and {@code system.properties}, as {@code app/bin/serve} has them
   * written, where {@code arquillian.xml} says.
   */
  private static void prepare(Map<String, String> more) throws Exception {
    Path folder = Path.of("target/container-" + Folders.run());
    Folders.delete(Files.createDirectories(folder));
    Path home = folder.toAbsolutePath().resolve("home");
    DemoHome.main(new String[] {home.toString()});
    var preparation =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                "target/ROOT/WEB-INF/classes" + File.pathSeparator + "target/ROOT/WEB-INF/lib/*",
                "jp.careplan.app.setup.Preparation",
                folder.toString())
            .inheritIO();
    var settings = preparation.environment();
    settings.keySet().removeIf(name -> name.startsWith("CAREPLAN_"));
    settings.put("CAREPLAN_CONFIG", home.resolve("careplan.properties").toString());
    settings.put("CAREPLAN_CONNECTOR_PORT", String.valueOf(Folders.freePort()));
    settings.put("CAREPLAN_PUBLIC_HTTPS_PORT", String.valueOf(Folders.freePort()));
    settings.put("CAREPLAN_MANAGEMENT_PORT", String.valueOf(Folders.freePort()));
    settings.put("CAREPLAN_MAIL_SERVER", home.resolve("mails").toUri().toString());
    settings.put("CAREPLAN_PASSWORD_MEMORY_KIB", "64");
    settings.put("CAREPLAN_PASSWORD_ITERATIONS", "1");
    settings.putAll(more);
    if (preparation.start().waitFor() != 0) {
      throw new IllegalStateException("settings are refused");
    }
    letTestsIn(folder.resolve("boot.txt"));
  }

  /**
   * Whoever sends the tests in comes by the machine's name, not over loopback and before the doors
   * open, and deploys to every virtual server there is, so that there must be one.
   */
  private static void letTestsIn(Path boot) throws IOException {
    List<String> lines =
        Files.readAllLines(boot).stream()
            .filter(line -> !line.endsWith("http-listener.address=127.0.0.1"))
            .filter(line -> !line.endsWith("http-listener.enabled=false"))
            .filter(line -> !line.contains("management"))
            .toList();
    Files.write(boot, lines);
  }
}
