package jp.careplan.launcher;

import static jp.careplan.launcher.FakeExchange.Answer.json;
import static jp.careplan.launcher.FakeExchange.Answer.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.AWTException;
import java.awt.Component;
import java.awt.Container;
import java.awt.GraphicsEnvironment;
import java.awt.Robot;
import java.awt.Window;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import jp.careplan.launcher.profile.ProfileFolder;
import jp.careplan.launcher.window.LauncherWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window as a person uses it; runs where there is a screen. Pictures go to target/screens. */
class WindowTest {
  private final TestAuthority authority = new TestAuthority("Sample CA");
  private final FakeExchange server = new FakeExchange(authority);
  private @TempDir Path folder;
  private TestOffice office;

  @BeforeEach
  void open() throws Exception {
    assumeFalse(GraphicsEnvironment.isHeadless(), "no screen");
    office = new TestOffice(folder).enrolledAt(server, authority);
    server.on("GET overview", json(200, "{\"unread\":3,\"sentToday\":2,\"notReceived\":1}"));
    Thread.ofPlatform()
        .daemon()
        .start(() -> LauncherWindow.open(new ProfileFolder(office.profile())));
    eventually(() -> find("パスワード", JTextComponent.class));
  }

  @AfterEach
  void close() throws Exception {
    server.close();
    if (!GraphicsEnvironment.isHeadless()) {
      SwingUtilities.invokeAndWait(
          () -> Arrays.stream(Window.getWindows()).forEach(Window::dispose));
    }
  }

  @Test
  void signsInAndShowsWhatIsUnread() throws Exception {
    picture("sign-in");

    signIn("kaigo-no-aikotoba");

    eventually(() -> label("● 未受信 3件"));
    assertTrue(label("さくら居宅支援").isPresent());
    picture("office");
  }

  /** A body with an authority of its own: nothing was set up on this PC before. */
  @Test
  void isSetUpForAServerWithAnAuthorityOfItsOwn() throws Exception {
    Path ours = folder.resolve("ours.pem");
    Path theirs = folder.resolve("theirs.pem");
    authority.writePem(ours);
    new TestAuthority("Stranger CA").writePem(theirs);
    SwingUtilities.invokeAndWait(frame()::dispose);
    var fresh = new ProfileFolder(folder.resolve("fresh"));
    Thread.ofPlatform().daemon().start(() -> LauncherWindow.open(fresh));
    eventually(() -> button("証明書のファイルを使う(F)"));
    picture("first");
    press("証明書のファイルを使う(F)");
    eventually(() -> find("接続先", JTextComponent.class));
    type("接続先", server.address());
    type("ユーザID（KJで始まるもの）", TestOffice.USER);
    choose("電子証明書のファイルを選ぶ", office.certificate());

    choose("認証局の証明書のファイルを選ぶ", theirs);
    picture("set-up");
    signIn("kaigo-no-aikotoba");
    eventually(() -> note("CL-208"));
    assertFalse(Files.exists(fresh.serverAuthority()));
    choose("認証局の証明書のファイルを選ぶ", ours);
    signIn("kaigo-no-aikotoba");

    eventually(() -> label("● 未受信 3件"));
    assertEquals(Files.readString(ours), Files.readString(fresh.serverAuthority()));
    press("ログアウト(L)");
    eventually(() -> note("登録済みの認証局の証明書"));
    picture("set-up-before");
  }

  @Test
  void hasACertificateIssuedAndRenewedWithoutACommand() throws Exception {
    SwingUtilities.invokeAndWait(frame()::dispose);
    Path ours = folder.resolve("ours.pem");
    authority.writePem(ours);
    var fresh = new ProfileFolder(folder.resolve("issued"));
    try (var pages = FakeExchange.withoutCertificates(authority)) {
      pages.on(
          "POST /public/v1/certificates",
          request -> json(201, authority.issueFor(request.text(), Duration.ofDays(29))));
      Thread.ofPlatform().daemon().start(() -> LauncherWindow.open(fresh));
      eventually(() -> button("新しく発行してもらう(N)"));
      press("新しく発行してもらう(N)");
      eventually(() -> find("証明書発行用パスワード", JTextComponent.class));
      type("接続先", server.address());
      type("発行の窓口（書かないときは接続先の8443）", pages.address());
      choose("認証局の証明書のファイルを選ぶ", ours);
      type("ユーザID（KJで始まる14文字）", TestOffice.USER);
      type("このパソコンの名前（例 受付のパソコン）", "受付のパソコン");
      type("証明書発行用パスワード", "hakkou-no-aikotoba");
      type("電子証明書のパスワード（新しく決めます）", TestAuthority.PASSWORD);
      type("電子証明書のパスワード（もう一度）", "chigau");
      press("発行してもらう");
      eventually(() -> note("CL-115"));
      assertTrue(pages.requests("POST").isEmpty());
      type("証明書発行用パスワード", "hakkou-no-aikotoba");
      type("電子証明書のパスワード（もう一度）", TestAuthority.PASSWORD);
      picture("issue");
      press("発行してもらう");
      eventually(() -> note("✓ 電子証明書を発行しました"));
      picture("issued");
      press("ほかの電子証明書を用意する(N)");
      press("新しく発行してもらう(N)");
      eventually(() -> note(pages.address()));
      press("戻る(B)");
      press("証明書のファイルを使う(F)");

      signIn("kaigo-no-aikotoba");
      eventually(() -> note("早めに"));
      picture("certificate-ending");
      pages.on("POST /public/v1/certificates", request -> problem(401, "AP-162", "違います"));
      press("電子証明書を更新する(R)");
      renew();
      eventually(() -> note("AP-162"));
      pages.on(
          "POST /public/v1/certificates",
          request -> json(201, authority.issueFor(request.text(), Duration.ofDays(1095))));
      picture("renew");
      renew();

      eventually(() -> note("✓ 電子証明書を更新しました"));
      assertTrue(button("電子証明書を更新する(R)").isEmpty());
      picture("renewed");
    }
  }

  private static void renew() throws Exception {
    type("証明書発行用パスワード", "hakkou-no-aikotoba");
    type("電子証明書のパスワード（いまと同じもの）", TestAuthority.PASSWORD);
    press("更新する");
  }

  private static Optional<AbstractButton> button(String text) {
    return Arrays.stream(Window.getWindows())
        .flatMap(WindowTest::everything)
        .filter(AbstractButton.class::isInstance)
        .map(AbstractButton.class::cast)
        .filter(it -> it.isShowing() && text.equals(it.getText()))
        .findFirst();
  }

  private static void choose(String what, Path file) throws Exception {
    var button = find(what, AbstractButton.class).orElseThrow();
    SwingUtilities.invokeLater(button::doClick); // comes back when the dialog is closed
    eventually(() -> shown(JFileChooser.class));
    SwingUtilities.invokeAndWait(() -> {
      JFileChooser chooser = shown(JFileChooser.class).orElseThrow();
      chooser.setSelectedFile(file.toFile());
      chooser.approveSelection();
    });
    eventually(() -> note(file.toString()));
  }

  private static <T extends Component> Optional<T> shown(Class<T> type) {
    return Arrays.stream(Window.getWindows())
        .filter(Window::isShowing)
        .flatMap(WindowTest::everything)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }

  @Test
  void saysWhatToDoWhenThePasswordIsWrong() throws Exception {
    server.on("POST sessions", problem(401, "AP-106", "ユーザIDまたはパスワードが違います"));

    signIn("chigau");

    eventually(() -> note("AP-106"));
    assertEquals("", find("パスワード", JTextComponent.class).orElseThrow().getText());
    picture("refused");
  }

  @Test
  void warnsOfTheLicence() throws Exception {
    server.on("POST sessions", json(201, FakeExchange.SESSION.replace("RUNNING", "ENDED")));

    signIn("kaigo-no-aikotoba");

    eventually(() -> note("ライセンスが有効ではありません"));
    picture("licence");
  }

  @Test
  void signsOut() throws Exception {
    signIn("kaigo-no-aikotoba");
    eventually(() -> label("● 未受信 3件"));

    press("ログアウト(L)");

    eventually(() -> server.requests("DELETE sessions/current").stream().findFirst());
    assertEquals("", find("パスワード", JTextComponent.class).orElseThrow().getText());
  }

  @Test
  void endsTheSessionWhenItIsClosed() throws Exception {
    signIn("kaigo-no-aikotoba");
    eventually(() -> label("● 未受信 3件"));

    SwingUtilities.invokeAndWait(
        () -> frame().dispatchEvent(new WindowEvent(frame(), WindowEvent.WINDOW_CLOSING)));

    eventually(() -> server.requests("DELETE sessions/current").stream().findFirst());
  }

  @Test
  void hasANameForEveryFieldAndButton() {
    everything(frame())
        .filter(it -> it instanceof JTextComponent || it instanceof AbstractButton)
        .filter(Component::isShowing)
        .forEach(it -> assertNotNull(it.getAccessibleContext().getAccessibleName(), it.toString()));
  }

  private void signIn(String password) throws Exception {
    type("電子証明書のパスワード", TestAuthority.PASSWORD);
    type("パスワード", password);
    press("ログイン");
  }

  private static void type(String name, String text) throws Exception {
    var field = find(name, JTextComponent.class).orElseThrow();
    SwingUtilities.invokeAndWait(() -> field.setText(text));
  }

  private static void press(String text) throws Exception {
    var button =
        everything(frame())
            .filter(AbstractButton.class::isInstance)
            .map(AbstractButton.class::cast)
            .filter(it -> text.equals(it.getText()))
            .findFirst()
            .orElseThrow();
    SwingUtilities.invokeAndWait(button::doClick);
  }

  private static <T extends Component> Optional<T> find(String name, Class<T> type) {
    return Arrays.stream(Window.getWindows())
        .filter(Window::isShowing)
        .flatMap(WindowTest::everything)
        .filter(type::isInstance)
        .map(type::cast)
        .filter(Component::isShowing)
        .filter(it -> name.equals(it.getAccessibleContext().getAccessibleName()))
        .findFirst();
  }

  private static Optional<JLabel> label(String text) {
    return everything(frame())
        .filter(JLabel.class::isInstance)
        .map(JLabel.class::cast)
        .filter(it -> it.isShowing() && text.equals(it.getText()))
        .findFirst();
  }

  private static Optional<JTextComponent> note(String part) {
    return everything(frame())
        .filter(JTextComponent.class::isInstance)
        .map(JTextComponent.class::cast)
        .filter(it -> it.isShowing() && it.getText().contains(part))
        .findFirst();
  }

  private static JFrame frame() {
    return Arrays.stream(Window.getWindows())
        .filter(Window::isShowing)
        .filter(JFrame.class::isInstance)
        .map(JFrame.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Component> everything(Component component) {
    Stream<Component> below =
        component instanceof Container container
            ? Arrays.stream(container.getComponents()).flatMap(WindowTest::everything)
            : Stream.empty();
    return Stream.concat(Stream.of(component), below);
  }

  private static void eventually(Supplier<Optional<?>> wanted) throws Exception {
    for (int i = 0; i < 200; i++) {
      if (wanted.get().isPresent()) {
        return;
      }
      Thread.sleep(50);
    }
    picture("missing");
    throw new AssertionError("did not show up within ten seconds");
  }

  private static void picture(String name) throws IOException, AWTException, InterruptedException {
    Thread.sleep(300);
    Path target = Files.createDirectories(Path.of("target", "screens")).resolve(name + ".png");
    ImageIO.write(new Robot().createScreenCapture(frame().getBounds()), "png", target.toFile());
  }
}
