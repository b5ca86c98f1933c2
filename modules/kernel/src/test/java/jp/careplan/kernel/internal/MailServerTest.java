package jp.careplan.kernel.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import jp.careplan.kernel.Mailing.Mail;
import jp.careplan.kernel.internal.MailServer.Rejected;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails over a real SMTP server. */
class MailServerTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-22T03:00:00Z"), ZoneId.of("Asia/Tokyo"));
  private static final Mail LETTER = new Mail("office@example.com", "パスワード", "変わりました。\n・一");

  private GreenMail smtp;

  @BeforeEach
  void start() {
    smtp =
        new GreenMail(
            new ServerSetup[] {
              setup(ServerSetup.PROTOCOL_SMTP), setup(ServerSetup.PROTOCOL_SMTPS)
            });
    smtp.start();
  }

  /** Waits for a machine that is busy with other tests. */
  private static ServerSetup setup(String protocol) {
    var setup = new ServerSetup(0, "127.0.0.1", protocol);
    setup.setServerStartupTimeout(60_000);
    return setup;
  }

  @AfterEach
  void stop() {
    smtp.stop();
  }

  private static MailServer at(String address) {
    return at(address, Optional.empty(), Optional.empty());
  }

  private static MailServer at(String address, Optional<String> user, Optional<String> password) {
    return new MailServer(
        NOON, Optional.of(address), Optional.of("desk@careplan.example"), user, password);
  }

  private MailServer plain() {
    return at("smtp+plain://127.0.0.1:" + smtp.getSmtp().getPort());
  }

  @Test
  void carriesJapanese() throws Exception {
    plain().send("0199-1", LETTER);

    MimeMessage arrived = smtp.getReceivedMessages()[0];
    assertEquals("パスワード", arrived.getSubject());
    assertEquals(LETTER.text(), arrived.getContent().toString().replace("\r\n", "\n").strip());
    assertEquals("desk@careplan.example", arrived.getFrom()[0].toString());
    assertEquals(NOON.instant(), arrived.getSentDate().toInstant());
    assertEquals("auto-generated", arrived.getHeader("Auto-Submitted", null));
  }

  @Test
  void aSecondTryHasTheSameNumber() throws Exception {
    plain().send("0199-1", LETTER);
    plain().send("0199-1", LETTER);

    for (MimeMessage arrived : smtp.getReceivedMessages()) {
      assertEquals("<0199-1@careplan.example>", arrived.getMessageID());
    }
  }

  @Test
  void sendsNothingUnprotectedUnlessTold() {
    var demandsTls = at("smtp://127.0.0.1:" + smtp.getSmtp().getPort());

    assertThrows(MessagingException.class, () -> demandsTls.send("0199-1", LETTER));

    assertEquals(0, smtp.getReceivedMessages().length);
  }

  @Test
  void sendsNothingToAServerItCannotRecognise() {
    var stranger = at("smtps://127.0.0.1:" + smtp.getSmtps().getPort());

    assertThrows(MessagingException.class, () -> stranger.send("0199-1", LETTER));

    assertEquals(0, smtp.getReceivedMessages().length);
  }

  @Test
  void signsInWhereTheServerWantsIt() throws Exception {
    smtp.setUser("desk@careplan.example", "desk", "the-mail-password");
    String address = "smtp+plain://127.0.0.1:" + smtp.getSmtp().getPort();

    at(address, Optional.of("desk"), Optional.of("the-mail-password")).send("0199-1", LETTER);
    var wrong = at(address, Optional.of("desk"), Optional.of("another"));

    assertThrows(MessagingException.class, () -> wrong.send("0199-2", LETTER));
    assertEquals(1, smtp.getReceivedMessages().length);
  }

  @Test
  void anAddressWithoutShapeIsRefusedForGood() {
    var letter = new Mail("two addresses@example.com, b@example.com", "件名", "本文");

    assertThrows(Rejected.class, () -> plain().send("0199-1", letter));
  }

  @Test
  void aLineBreakInASubjectAddsNoHeader() throws Exception {
    plain().send("0199-1", new Mail("office@example.com", "件名\r\nBcc: x@example.com", "本文"));

    assertEquals(1, smtp.getReceivedMessages().length);
    assertEquals(null, smtp.getReceivedMessages()[0].getHeader("Bcc", null));
  }

  @Test
  void whatTheServerRefusesForGoodIsToldApart() throws Exception {
    assertInstanceOf(Rejected.class, answerTo("550 5.1.1 no such user"));
    assertFalse(answerTo("451 4.3.0 come back later") instanceof Rejected);
  }

  /** What sending ends with when the server answers the recipient's address so. */
  private static MessagingException answerTo(String answer) throws Exception {
    try (var server = new ServerSocket(0)) {
      var line = Thread.ofVirtual().start(() -> talk(server, answer));
      var end =
          assertThrows(
              MessagingException.class,
              () -> at("smtp+plain://127.0.0.1:" + server.getLocalPort()).send("0199-1", LETTER));
      line.join();
      return end;
    }
  }

  private static void talk(ServerSocket server, String answer) {
    try (Socket line = server.accept();
        var in =
            new BufferedReader(
                new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII))) {
      say(line, "220 here");
      for (String said = in.readLine(); said != null; said = in.readLine()) {
        say(
            line,
            said.startsWith("RCPT") ? answer : said.startsWith("QUIT") ? "221 bye" : "250 ok");
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void say(Socket line, String words) throws IOException {
    line.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void withoutAServerNothingIsThere() {
    var none =
        new MailServer(
            NOON, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    assertFalse(none.isThere());
  }

  @Test
  void writesAFileEachForTryingOut(@TempDir Path folder) throws Exception {
    at(folder.toUri().toString()).send("0199-1", LETTER);

    assertTrue(Files.readString(folder.resolve("0199-1.eml")).contains("Subject: =?UTF-8?"));
  }
}
