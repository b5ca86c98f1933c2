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
import jp.careplan.app.setup.DemoHome;
import jp.careplan.application.CareSoftwareList;
import jp.careplan.application.OfficeProfile;
import jp.careplan.application.OfficeRegistration;
import jp.careplan.application.OperatorId;
import jp.careplan.application.OperatorRegistration;
import jp.careplan.kernel.KjUserId;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ServiceKind;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Enters the demo offices into an empty database, when the settings ask for it. */
@Singleton
@Startup
@DependsOn("Migrations")
public class DemoData {
  @Inject private OfficeRegistration registration;
  @Inject private OperatorRegistration operators;
  @Inject private CareSoftwareList software;
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
      software.enter(DemoOffices.SOFTWARE);
      Path key = Path.of(home, DemoHome.OPERATOR_KEY);
      if (Files.exists(key)) { // a home of an earlier version has none
        operators.addForTrial(new OperatorId("unyo"), password, Files.readString(key).strip());
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
    if (office.special() == Special.NOT_APPLIED) {
      return;
    }
    LocalDate today = LocalDate.now(clock);
    LocalDate from =
        office.special() == Special.LICENSE_ENDED
            ? LocalDate.of(2024, 4, 1)
            : today.withDayOfMonth(1);
    registration.enterApplication(profile(office), new KjUserId(office.userId()), from);
  }

  private static OfficeProfile profile(DemoOffice office) {
    return new OfficeProfile(
        new OfficeNumber(office.number()),
        office.name(),
        office.kanaName(),
        "架空県見本市例示町1-" + office.kind(),
        "",
        Set.of(new ServiceKind(office.kind())));
  }

  private X509Certificate certificate(DemoOffice office) throws IOException, CertificateException {
    Path file = Path.of(home, "offices", office.number() + ".pem");
    try (InputStream in = Files.newInputStream(file)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }
}
