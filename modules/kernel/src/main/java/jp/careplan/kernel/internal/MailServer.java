package jp.careplan.kernel.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import jp.careplan.kernel.Mailing.Mail;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where mails leave the house: {@code smtp://HOST:PORT} (STARTTLS, or nothing is sent), {@code
 * smtps://HOST:PORT} (TLS from the first byte), {@code smtp+plain://HOST:PORT} (unprotected, for a
 * server on the same machine) or {@code file:///FOLDER} (a file each mail, for trying out).
 */
@Dependent
public class MailServer {
  private static final String TIMEOUT_MILLIS = "20000";

  /** The server said that it never takes this mail. */
  public static final class Rejected extends MessagingException {
    private static final long serialVersionUID = 1L;

    Rejected(String reason, Exception cause) {
      super(reason, cause);
    }

    /** Without address. */
    public String reason() {
      return String.valueOf(getMessage());
    }
  }

  private final Clock clock;
  private final Optional<String> address;
  private final String from;
  private final Optional<String> user;
  private final String password;

  @Inject
  MailServer(
      Clock clock,
      @ConfigProperty(name = "careplan.mail.server") Optional<String> address,
      @ConfigProperty(name = "careplan.mail.from") Optional<String> from,
      @ConfigProperty(name = "careplan.mail.user") Optional<String> user,
      @ConfigProperty(name = "careplan.mail.password") Optional<String> password) {
    this.clock = clock;
    this.address = address;
    this.from = from.orElse("careplan@localhost");
    this.user = user;
    this.password = password.orElse("");
  }

  /** Whether mails can leave at all. */
  public boolean isThere() {
    return address.isPresent();
  }

  /**
   * Sends one mail now.
   *
   * @param id becomes the Message-ID
   * @throws Rejected when it never can be delivered
   * @throws MessagingException when it may be tried again
   */
  public void send(String id, Mail mail) throws MessagingException {
    URI server = URI.create(address.orElseThrow());
    MimeMessage message = message(session(server), id, mail);
    if (server.getScheme().equals("file")) {
      write(message, Path.of(server).resolve(id + ".eml"));
      return;
    }
    try {
      Transport.send(message);
    } catch (SendFailedException e) {
      throw e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0
          ? new Rejected("address refused", e)
          : e;
    }
  }

  private MimeMessage message(Session session, String id, Mail mail) throws MessagingException {
    var message = new NumberedMessage(session, id + from.substring(from.indexOf('@')));
    try {
      message.setFrom(new InternetAddress(from, true));
      message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
    } catch (AddressException e) {
      throw new Rejected("address has no valid shape", e);
    }
    message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
    message.setText(mail.text(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(clock.instant()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.saveChanges();
    return message;
  }

  private Session session(URI server) {
    boolean tls = server.getScheme().equals("smtps");
    var properties = new Properties();
    properties.put("mail.smtp.host", String.valueOf(server.getHost()));
    properties.put("mail.smtp.port", String.valueOf(server.getPort()));
    properties.put("mail.smtp.ssl.enable", String.valueOf(tls));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put(
        "mail.smtp.starttls.required", String.valueOf(server.getScheme().equals("smtp")));
    properties.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
    properties.put("mail.smtp.timeout", TIMEOUT_MILLIS);
    properties.put("mail.smtp.writetimeout", TIMEOUT_MILLIS);
    properties.put("mail.smtp.auth", String.valueOf(user.isPresent()));
    return Session.getInstance(
        properties,
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(user.orElse(""), password);
          }
        });
  }

  private static void write(MimeMessage message, Path file) throws MessagingException {
    try {
      Files.createDirectories(file.getParent());
      try (OutputStream out = Files.newOutputStream(file)) {
        message.writeTo(out);
      }
    } catch (IOException e) {
      throw new MessagingException("cannot write the mail", e);
    }
  }

  /** Keeps its Message-ID through every try, so that a mail that came twice is seen as one. */
  private static final class NumberedMessage extends MimeMessage {
    private final String number;

    NumberedMessage(Session session, String number) {
      super(session);
      this.number = number;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + number + ">");
    }
  }
}
