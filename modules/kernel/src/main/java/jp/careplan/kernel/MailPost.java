package jp.careplan.kernel;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.persistence.OptimisticLockException;
import java.time.Duration;
import jp.careplan.kernel.Mailing.Mail;
import jp.careplan.kernel.internal.MailServer;
import jp.careplan.kernel.internal.MailServer.Rejected;

/** Carries queued mails to the mail server, one after the other. */
@ApplicationScoped
class MailPost implements Worker {
  private static final System.Logger LOG = System.getLogger(MailPost.class.getName());

  @Inject private MailOutbox outbox;
  @Inject private MailServer server;

  @Override
  public Duration rest() {
    return Duration.ofSeconds(3);
  }

  /** Without a mail server the mails wait. */
  @Override
  public void work() {
    if (!server.isThere()) {
      return;
    }
    for (String id : outbox.due()) {
      carry(id);
    }
  }

  private void carry(String id) {
    try {
      outbox.take(id).ifPresent(mail -> send(id, mail));
    } catch (OptimisticLockException e) {
      LOG.log(INFO, "mail taken by another node mail={0}", id);
    }
  }

  private void send(String id, Mail mail) {
    try {
      server.send(id, mail);
      outbox.delivered(id);
      LOG.log(INFO, "mail delivered mail={0}", id);
    } catch (Rejected e) {
      outbox.failed(id, e.reason(), true);
      LOG.log(WARNING, "mail refused mail={0} reason={1}", id, e.reason());
    } catch (MessagingException e) {
      String reason = e.getClass().getSimpleName();
      outbox.failed(id, reason, false);
      LOG.log(WARNING, "mail not delivered, tried again later mail={0} reason={1}", id, reason);
    }
  }
}
