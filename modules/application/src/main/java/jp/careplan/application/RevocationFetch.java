package jp.careplan.application;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.careplan.application.RevocationListStore.Age;
import jp.careplan.kernel.Worker;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Fetches the lists of outside authorities ahead. What cannot be fetched is told and tried again;
 * the list at hand speaks on, until its window is over.
 */
@ApplicationScoped
class RevocationFetch implements Worker {
  private static final System.Logger LOG = System.getLogger(RevocationFetch.class.getName());
  private static final Duration EVERY = Duration.ofMinutes(30);
  private static final Duration AGAIN_AFTER_FAILURE = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MOST_BYTES = 64 * 1024 * 1024;

  @Inject private RevocationKnowledge knowledge;
  @Inject private RevocationListStore store;
  @Inject private CertificateJudge judge;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "careplan.revocation.window-hours", defaultValue = "24")
  private int windowHours;

  private final Map<String, Instant> triedAt = new ConcurrentHashMap<>();

  @Override
  public Duration rest() {
    return Duration.ofSeconds(5);
  }

  @Override
  public void work() {
    List<String> due = knowledge.remote().stream().filter(this::isDue).toList();
    if (due.isEmpty()) {
      return;
    }
    try (HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()) {
      due.forEach(address -> fetch(client, address));
    }
  }

  private boolean isDue(String address) {
    Instant now = clock.instant();
    Optional<Age> age = store.ageOf(address);
    boolean young =
        age.filter(it -> now.isBefore(it.fetchedAt().plus(EVERY)) && now.isBefore(it.nextUpdate()))
            .isPresent();
    Instant tried = triedAt.getOrDefault(address, Instant.EPOCH);
    return !young && !now.isBefore(tried.plus(AGAIN_AFTER_FAILURE));
  }

  private void fetch(HttpClient client, String address) {
    triedAt.put(address, clock.instant());
    String id = RevocationListRow.idOf(address).substring(0, 8);
    try {
      byte[] der = bytes(client, address);
      store.take(address, der, checked(address, der));
      LOG.log(INFO, "revocation list fetched list={0} bytes={1}", id, der.length);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      alarm(address, id, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void alarm(String address, String id, Exception failure) {
    Optional<Age> age = store.ageOf(address);
    Instant closes =
        age.map(it -> it.nextUpdate().plus(Duration.ofHours(windowHours))).orElse(Instant.MIN);
    if (clock.instant().isBefore(closes)) {
      LOG.log(
          WARNING,
          "revocation list not fetched list={0} reason={1} sign-ins under it close at {2}",
          id,
          failure.getClass().getSimpleName(),
          closes);
    } else {
      LOG.log(
          ERROR,
          "revocation list out of date list={0} reason={1} sign-ins under it are refused (AP-157)",
          id,
          failure.getClass().getSimpleName());
    }
  }

  private static byte[] bytes(HttpClient client, String address)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
    HttpResponse<InputStream> answer =
        client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      if (answer.statusCode() != 200) {
        throw new IOException("status " + answer.statusCode());
      }
      byte[] der = body.readNBytes(MOST_BYTES + 1);
      if (der.length > MOST_BYTES) {
        throw new IOException("too long");
      }
      return der;
    }
  }

  /** What would take the place of a good list must be one, by the same issuer, and no older. */
  private X509CRL checked(String address, byte[] der) throws IOException, GeneralSecurityException {
    X509CRL list = RevocationKnowledge.parsed(der).orElseThrow(() -> new IOException("not a list"));
    if (list.getNextUpdate() == null) {
      throw new IOException("without end");
    }
    Optional<X509CRL> present = store.contentOf(address).flatMap(RevocationKnowledge::parsed);
    if (present.isPresent()
        && (!present.get().getIssuerX500Principal().equals(list.getIssuerX500Principal())
            || list.getThisUpdate()
                .toInstant()
                .isBefore(present.get().getThisUpdate().toInstant()))) {
      throw new IOException("of another issuer, or older");
    }
    verify(list);
    return list;
  }

  /** A list by an anchor must be signed by it; others are judged with the chain they belong to. */
  private void verify(X509CRL list) throws GeneralSecurityException {
    List<X509Certificate> issuers =
        judge.anchors().stream()
            .filter(it -> it.getSubjectX500Principal().equals(list.getIssuerX500Principal()))
            .toList();
    GeneralSecurityException failure = null;
    for (X509Certificate issuer : issuers) {
      try {
        list.verify(issuer.getPublicKey());
        return;
      } catch (GeneralSecurityException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
