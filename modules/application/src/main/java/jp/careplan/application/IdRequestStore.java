package jp.careplan.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.careplan.application.AccountProblem.LETTER_MISSING;
import static jp.careplan.application.AccountProblem.UNKNOWN_ID_REQUEST;
import static jp.careplan.application.OperatorRole.OPERATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.IdAsking.Receipt;
import jp.careplan.application.IdAsking.Standing;
import jp.careplan.application.IdAsking.Status;
import jp.careplan.application.IdQuestion.Missing;
import jp.careplan.application.internal.Secrets;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.Vault;

/** The transactions of requests for an ID. */
@ApplicationScoped
@Transactional
class IdRequestStore implements IdRequests {
  private static final int DIGITS = 8;
  private static final int LONGEST_LETTER = 4000;
  private static final String ANYONE = "public";

  @PersistenceContext private EntityManager em;
  @Inject private Vault vault;
  @Inject private AccountMails mails;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;

  Receipt receive(IdQuestion question) {
    String number = freeNumber();
    String code = Secrets.newWrittenCode();
    byte[] sealed = vault.seal(place(number), json(question).getBytes(UTF_8));
    em.persist(new IdRequest(number, code, question.prefecture(), sealed, clock.instant()));
    mails.idRequestReceived(question.mail(), number, code);
    audit(ANYONE, "id-request-received", number);
    return new Receipt(number, code);
  }

  Standing standing(String number, String code) {
    return byNumber(number)
        .filter(request -> request.opensWith(code))
        .orElseThrow(() -> new DomainException(UNKNOWN_ID_REQUEST, ""))
        .standing();
  }

  @Override
  public List<Entry> listed(
      OperatorSession by, String prefecture, Status status, String after, int most) {
    by.require(OPERATOR);
    String wanted = prefecture.isEmpty() ? "" : " and r.prefecture = :prefecture";
    TypedQuery<IdRequest> query =
        em.createQuery(
                "select r from IdRequest r where r.status = :status and r.id > :after"
                    + wanted
                    + within(by)
                    + " order by r.id",
                IdRequest.class)
            .setParameter("status", status)
            .setParameter("after", after)
            .setMaxResults(most);
    if (!wanted.isEmpty()) {
      query.setParameter("prefecture", prefecture);
    }
    return limited(query, by).getResultStream().map(IdRequest::entry).toList();
  }

  private static String within(OperatorSession by) {
    return by.prefectures().isEmpty() ? "" : " and r.prefecture in :prefectures";
  }

  private static <T> TypedQuery<T> limited(TypedQuery<T> query, OperatorSession by) {
    return by.prefectures().isEmpty() ? query : query.setParameter("prefectures", by.prefectures());
  }

  @Override
  public long countWaiting(OperatorSession by) {
    by.require(OPERATOR);
    TypedQuery<Long> query =
        em.createQuery(
                "select count(r) from IdRequest r where r.status = :status" + within(by),
                Long.class)
            .setParameter("status", Status.RECEIVED);
    return limited(query, by).getSingleResult();
  }

  @Override
  public Detail open(OperatorSession by, String number) {
    IdRequest request = require(by, number);
    audit(by.operator().value(), "id-request-opened", number);
    return new Detail(
        request.entry(),
        question(request),
        request.letter().map(sealed -> new String(vault.open(place(number), sealed), UTF_8)));
  }

  @Override
  public void answer(OperatorSession by, String number, String letter) {
    settle(by, number, Status.ANSWERED, letter);
    audit(by.operator().value(), "id-request-answered", number);
  }

  @Override
  public void reject(OperatorSession by, String number, String letter) {
    settle(by, number, Status.REJECTED, letter);
    audit(by.operator().value(), "id-request-rejected", number);
  }

  private void settle(OperatorSession by, String number, Status as, String letter) {
    by.require(OPERATOR);
    if (letter.isBlank() || letter.length() > LONGEST_LETTER) {
      throw new DomainException(LETTER_MISSING, "");
    }
    IdRequest request = require(by, number);
    request.settle(as, vault.seal(place(number), letter.getBytes(UTF_8)), clock.instant());
    mails.idRequestSettled(question(request).mail(), number);
  }

  /** Deletes what was settled long ago; how many of at most {@code most}. */
  int purge(int most) {
    List<String> ids =
        em.createQuery(
                "select r.id from IdRequest r where r.settledAt < :limit order by r.settledAt",
                String.class)
            .setParameter("limit", clock.instant().minus(IdRequest.KEPT))
            .setMaxResults(most)
            .getResultList();
    return ids.isEmpty()
        ? 0
        : em.createQuery("delete from IdRequest r where r.id in :ids")
            .setParameter("ids", ids)
            .executeUpdate();
  }

  private String freeNumber() {
    String number;
    do {
      number = Secrets.newDigits(DIGITS);
    } while (byNumber(number).isPresent());
    return number;
  }

  private IdRequest require(OperatorSession by, String number) {
    IdRequest request =
        byNumber(number).orElseThrow(() -> new DomainException(UNKNOWN_ID_REQUEST, ""));
    by.requireWithin(request.entry().prefecture(), OPERATOR);
    return request;
  }

  private Optional<IdRequest> byNumber(String number) {
    return em.createQuery(
            "select r from IdRequest r where r.requestNumber = :number", IdRequest.class)
        .setParameter("number", number)
        .getResultStream()
        .findFirst();
  }

  private IdQuestion question(IdRequest request) {
    String number = request.entry().number();
    String json = new String(vault.open(place(number), request.question()), UTF_8);
    try (var reader = Json.createReader(new StringReader(json))) {
      JsonObject all = reader.readObject();
      return new IdQuestion(
          all.getString("officeNumber"),
          all.getString("officeName"),
          all.getString("address"),
          all.getString("contactName"),
          all.getString("phone"),
          all.getString("mail"),
          Missing.valueOf(all.getString("missing")));
    }
  }

  private static String json(IdQuestion question) {
    return Json.createObjectBuilder()
        .add("officeNumber", question.officeNumber())
        .add("officeName", question.officeName())
        .add("address", question.address())
        .add("contactName", question.contactName())
        .add("phone", question.phone())
        .add("mail", question.mail())
        .add("missing", question.missing().name())
        .build()
        .toString();
  }

  private void audit(String actor, String action, String number) {
    trail.append(new AuditTrail.Entry(actor, "", action, number));
  }

  private static String place(String number) {
    return "application_id_request " + number;
  }
}
