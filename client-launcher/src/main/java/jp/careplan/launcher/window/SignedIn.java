package jp.careplan.launcher.window;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.careplan.launcher.api.Exchange;
import jp.careplan.launcher.api.Overview;
import jp.careplan.launcher.api.Session;
import jp.careplan.launcher.errand.UpdateCheck;
import jp.careplan.launcher.errand.Warnings;
import jp.careplan.launcher.profile.CertificateFacts;

/** The session behind the window; every call may take a while. */
record SignedIn(Exchange exchange, CertificateFacts facts, UpdateCheck updates) {
  /** What the window shows each minute. */
  record News(Session session, Overview overview, List<String> warnings, Instant asked) {}

  /** With the certificate that is used from the next sign-in on. */
  SignedIn renewed(CertificateFacts newFacts) {
    return new SignedIn(exchange, newFacts, updates);
  }

  News news(Instant now) {
    Session session = exchange.session();
    Overview overview = exchange.overview();
    List<String> warnings = new ArrayList<>(Warnings.of(session, facts, exchange.clockSkew(), now));
    warnings.addAll(updates.warnings(now));
    return new News(session, overview, warnings, now);
  }

  /** Opens the browser, or answers the address for the person to open. */
  String open() {
    String url = exchange.handOff().url();
    return Browser.open(url) ? "ブラウザーを開きました。" : "60秒のうちに、ブラウザーで開いてください。1回だけ使えます。\n" + url;
  }

  void end() {
    exchange.signOut();
    exchange.close();
  }
}
