package jp.careplan.launcher.window;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import jp.careplan.launcher.api.Exchange;
import jp.careplan.launcher.api.Patience;
import jp.careplan.launcher.api.ServerAddress;
import jp.careplan.launcher.errand.Enrolling;
import jp.careplan.launcher.errand.FirstIssuing;
import jp.careplan.launcher.errand.Issuing;
import jp.careplan.launcher.errand.UpdateCheck;
import jp.careplan.launcher.errand.Warnings;
import jp.careplan.launcher.profile.CertificateFacts;
import jp.careplan.launcher.profile.OfficeIdentity;
import jp.careplan.launcher.profile.Profile;
import jp.careplan.launcher.profile.ProfileFolder;
import jp.careplan.launcher.profile.Secret;
import jp.careplan.launcher.profile.UserId;
import jp.careplan.launcher.profile.WindowsStore;
import jp.careplan.launcher.text.JapanTime;
import jp.careplan.launcher.trouble.Trouble;
import jp.careplan.launcher.window.SignInForm.Typed;

/** The small window: sign in, see what is unread, go on in the browser. */
public final class LauncherWindow {
  private static final String FIRST = "first";
  private static final String ISSUE = "issue";
  private static final String RENEW = "renew";
  private static final String FORM = "form";
  private static final String OFFICE = "office";
  private static final Duration REFRESH = Duration.ofMinutes(1);
  private static final Patience PATIENCE = new Patience(Duration.ofSeconds(10));
  private static final Dimension SIZE = new Dimension(560, 720);

  private final ProfileFolder folder;
  private final CountDownLatch closed;
  private final Clock clock = Clock.systemUTC();
  private final Background background = new Background();
  private final JFrame frame = new JFrame("ケアプランデータ連携");
  private final CardLayout cards = new CardLayout();
  private final JPanel stage = new JPanel(cards);
  private final SignInForm form = new SignInForm(this::signIn, this::goToFirst);
  private final FirstSteps first =
      new FirstSteps(this::goToIssuing, this::goToForm, this::goToWindowsStore);
  private final IssueForm issue = new IssueForm(this::issue, this::goToFirst);
  private final RenewForm renew = new RenewForm(this::renew, this::goToOffice);
  private final OfficePanel office = new OfficePanel(this::open, this::goToRenewal, this::signOut);
  private final Timer refresh = new Timer((int) REFRESH.toMillis(), tick -> refresh());
  private Optional<SignedIn> signedIn = Optional.empty();

  private LauncherWindow(ProfileFolder folder, CountDownLatch closed) {
    this.folder = folder;
    this.closed = closed;
  }

  /** Comes back when the window is closed and the session has ended. */
  public static void open(ProfileFolder folder) {
    var closed = new CountDownLatch(1);
    SwingUtilities.invokeLater(() -> {
      Theme.use();
      new LauncherWindow(folder, closed).show();
    });
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void show() {
    stage.add(first, FIRST);
    stage.add(issue, ISSUE);
    stage.add(form, FORM);
    stage.add(renew, RENEW);
    stage.add(office, OFFICE);
    frame.add(stage, BorderLayout.CENTER);
    frame.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
    frame.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosed(WindowEvent event) {
            leave();
            background.run(closed::countDown);
          }
        });
    frame.setMinimumSize(SIZE);
    frame.setLocationByPlatform(true);
    if (folder.noted().isEmpty()) {
      goToFirst();
    } else {
      goToForm();
    }
    frame.setVisible(true);
    remember();
  }

  private void goToFirst() {
    turnTo(FIRST, first.defaultButton());
  }

  private void goToIssuing() {
    folder.noted().ifPresent(issue::remember);
    turnTo(ISSUE, issue.defaultButton());
  }

  private void goToForm() {
    turnTo(FORM, form.defaultButton());
  }

  private void goToWindowsStore() {
    goToForm();
    form.chooseInWindows();
  }

  private void goToRenewal() {
    renew.clear();
    turnTo(RENEW, renew.defaultButton());
  }

  private void goToOffice() {
    turnTo(OFFICE, office.defaultButton());
  }

  private void issue(IssueForm.Typed typed) {
    issue.busy();
    background.run(
        () -> {
          try (Secret issuePassword = typed.issuePassword();
              Secret filePassword = typed.filePassword()) {
            return new FirstIssuing(
                    folder,
                    ServerAddress.parse(typed.server()),
                    typed.publicServer().orElse(null),
                    typed.authority().orElse(null),
                    new UserId(typed.userId()),
                    typed.terminalName(),
                    clock)
                .run(issuePassword, filePassword);
          }
        },
        this::issued,
        issue::refuse);
  }

  private void issued(FirstIssuing.Done done) {
    issue.forgetSecrets();
    goToForm();
    remember();
    form.tell(
        "✓ 電子証明書を発行しました（"
            + JapanTime.day(done.facts().until())
            + "まで）。\nさきほど決めた電子証明書のパスワードと、ログインのパスワードを入れてください。");
  }

  /** The session goes on with the old certificate, which stays valid until its end. */
  private void renew(Secret issuePassword, Secret filePassword) {
    renew.busy();
    background.run(
        () -> {
          try (issuePassword;
              filePassword) {
            OfficeIdentity present = OfficeIdentity.fromFile(folder.certificate(), filePassword);
            var user = new UserId(folder.read().userId());
            OfficeIdentity renewed =
                new Issuing(folder, user, filePassword, clock)
                    .renew(Issuing.doorOf(folder, present, null), present, issuePassword);
            return new CertificateFacts(renewed.certificate());
          }
        },
        this::renewed,
        renew::refuse);
  }

  private void renewed(CertificateFacts facts) {
    renew.clear();
    office.offerRenewal(false);
    goToOffice();
    signedIn = signedIn.map(it -> it.renewed(facts));
    office.tell("✓ 電子証明書を更新しました（" + JapanTime.day(facts.until()) + "まで）。次のログインから使います。");
  }

  private void remember() {
    boolean pinned = Files.exists(folder.serverAuthority());
    folder.noted().ifPresent(noted -> form.remember(noted, pinned));
  }

  private void signIn(Typed typed) {
    form.busy("接続先につないでいます…");
    background.run(() -> connect(typed), this::enter, form::refuse);
  }

  private SignedIn connect(Typed typed) {
    var user = new UserId(typed.userId());
    var server = ServerAddress.parse(typed.server());
    Enrolling.Source source = typed.source().orElseGet(this::noted);
    OfficeIdentity identity = identity(source, typed);
    typed.certificatePassword().close();
    new CertificateFacts(identity.certificate()).mustBelongTo(user);
    Path authority = typed.authority().orElse(folder.serverAuthority());
    var access = new Exchange.Access(server, identity, authority, PATIENCE);
    var exchange = new Exchange(access, user.value(), typed.password(), this::waiting);
    try {
      exchange.session();
      if (typed.source().isPresent()) {
        new Enrolling(folder, clock).enroll(server, user, source, identity);
      }
      typed.authority().ifPresent(new Enrolling(folder, clock)::pin);
      return new SignedIn(
          exchange,
          new CertificateFacts(identity.certificate()),
          new UpdateCheck(folder, folder.read(), identity));
    } catch (Trouble trouble) {
      exchange.close();
      throw trouble;
    }
  }

  /** The certificate that was taken in earlier. */
  private Enrolling.Source noted() {
    String alias = folder.noted().map(Profile::windowsAlias).orElse(null);
    return new Enrolling.Source(alias == null ? folder.certificate() : null, alias);
  }

  private static OfficeIdentity identity(Enrolling.Source source, Typed typed) {
    return source.windowsAlias() == null
        ? OfficeIdentity.fromFile(
            Objects.requireNonNull(source.file()), typed.certificatePassword())
        : WindowsStore.identity(source.windowsAlias());
  }

  private void waiting(String why, Duration wait) {
    String text = why + "。" + Math.max(1, wait.toSeconds()) + "秒後に、もう一度試します。";
    SwingUtilities.invokeLater(() -> {
      form.tell(text);
      office.tell(text);
    });
  }

  private void enter(SignedIn entered) {
    signedIn = Optional.of(entered);
    form.forgetSecrets();
    form.ready();
    office.welcome(entered.exchange().session());
    office.offerRenewal(isRenewable(entered.facts()));
    goToOffice();
    refresh();
    refresh.start();
  }

  /** A certificate in the store of Windows is renewed where it was issued. */
  private boolean isRenewable(CertificateFacts facts) {
    return facts.daysLeft(clock.instant()) < Warnings.CERTIFICATE_DAYS
        && Files.isRegularFile(folder.certificate())
        && folder.noted().map(Profile::windowsAlias).isEmpty();
  }

  private void refresh() {
    signedIn.ifPresent(it ->
        background.run(
            () -> it.news(clock.instant()),
            news -> office.show(news.overview(), news.warnings(), news.asked()),
            office::refuse));
  }

  private void open() {
    signedIn.ifPresent(it -> background.run(it::open, office::tell, office::refuse));
  }

  private void signOut() {
    leave();
    goToForm();
    remember();
  }

  private void leave() {
    refresh.stop();
    signedIn.ifPresent(it -> background.run(it::end));
    signedIn = Optional.empty();
  }

  private void turnTo(String card, JButton usual) {
    cards.show(stage, card);
    frame.getRootPane().setDefaultButton(usual);
  }
}
