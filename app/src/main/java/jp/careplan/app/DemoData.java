package jp.careplan.app;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import jp.careplan.app.DemoOffices.DemoOffice;
import jp.careplan.app.DemoOffices.Special;
import jp.careplan.application.OfficeRegistration;
import jp.careplan.kernel.KjUserId;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ServiceKind;
import jp.careplan.licensing.Licensing;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Enters the demo offices into an empty database, when the settings ask for it. */
@Singleton
@Startup
@DependsOn("Migrations")
public class DemoData {
  @Inject private OfficeRegistration registration;
  @Inject private Licensing licensing;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "careplan.demo", defaultValue = "false")
  private boolean demo;

  @Inject
  @ConfigProperty(name = "careplan.data")
  private String home;

  @PostConstruct
  void fill() {
    if (!demo) {
      return;
    }
    try {
      String password = Files.readString(Path.of(home, "demo-password"));
      for (DemoOffice office : DemoOffices.ALL) {
        enter(office, password);
      }
    } catch (IOException | CertificateException e) {
      throw new IllegalStateException("demo home is not complete: " + home, e);
    }
  }

  private void enter(DemoOffice office, String password) throws IOException, CertificateException {
    var number = new OfficeNumber(office.number());
    registration.registerOffice(number, office.name(), Set.of(new ServiceKind(office.kind())));
    registration.openAccount(
        new KjUserId(office.userId()), password, office.special() == Special.TEMPORARY_PASSWORD);
    registration.giveIssuePassword(number, password);
    registration.registerTerminal(number, "受付のパソコン", certificate(office));
    LocalDate today = LocalDate.now(clock);
    LocalDate from =
        office.special() == Special.LICENSE_ENDED
            ? LocalDate.of(2024, 4, 1)
            : today.withDayOfMonth(1);
    licensing.begin(number, from, "demo");
  }

  private X509Certificate certificate(DemoOffice office) throws IOException, CertificateException {
    Path file = Path.of(home, "offices", office.number() + ".pem");
    try (InputStream in = Files.newInputStream(file)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }
}
