package jp.careplan.application;

import static jp.careplan.application.AccountProblem.OTHER_ACCOUNTS;
import static jp.careplan.application.AccountProblem.OTHER_FILE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.careplan.application.AccountImport.Approval;
import jp.careplan.application.internal.accounts.AccountColumn;
import jp.careplan.application.internal.accounts.AccountFile;
import jp.careplan.application.internal.accounts.AccountRow;
import jp.careplan.application.internal.accounts.ImportRule;
import jp.careplan.application.internal.accounts.RowCheck;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KjUserId;

/** The transactions of an import. Rows are held a chunk at a time, however many there are. */
@ApplicationScoped
@Transactional
class AccountImportStore {
  private static final int PAGE = 5000;

  @PersistenceContext private EntityManager em;
  @Inject private AccountPasswords passwords;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;

  /** Who writes, and who hears how far it is. */
  record Written(AccountImportService.Reached reached, String operator) {}

  void looked(String sha256, String operator) {
    trail.append(new AuditTrail.Entry(operator, "", "account-file-checked", sha256));
  }

  /** Counts what the rows would do; changes nothing. */
  void compare(List<AccountRow> rows, ImportTally tally, AccountFile.Findings findings) {
    var known = new Known(rows);
    for (AccountRow row : rows) {
      Optional<Account> account = known.account(row).filter(found -> !found.isClosed());
      if (account.isPresent()) {
        tally.known(known.differs(row) || account.get().differs(row, passwords));
      } else {
        tally.opened();
        if (row.password().isEmpty() && known.account(row).isEmpty()) {
          findings.add(
              row.line(), Optional.of(AccountColumn.PASSWORD), ImportRule.PASSWORD_MISSING);
        }
      }
    }
    em.clear();
  }

  /** Imported accounts of the prefectures of these IDs that are not among them. */
  List<String> vanished(Set<String> present) {
    Set<String> prefectures =
        present.stream().map(user -> user.substring(0, 4)).collect(Collectors.toSet());
    List<String> vanished = new ArrayList<>();
    String last = "";
    List<String> page;
    do {
      page =
          em.createQuery(
                  "select a.userId from Account a where a.userId > :last"
                      + " and a.importedAt is not null and a.closedAt is null order by a.userId",
                  String.class)
              .setParameter("last", last)
              .setMaxResults(PAGE)
              .getResultList();
      page.stream()
          .filter(user -> !present.contains(user))
          .filter(user -> prefectures.contains(user.substring(0, 4)))
          .forEach(vanished::add);
      last = page.isEmpty() ? "" : page.get(page.size() - 1);
    } while (page.size() == PAGE);
    return vanished;
  }

  /**
   * Everything or nothing.
   *
   * @param bytesNow hash of the file once its rows were read, so that none was exchanged meanwhile
   */
  ImportCounts apply(
      AccountFile file, Supplier<String> bytesNow, Approval approval, Written written) {
    String operator = written.operator();
    Instant now = clock.instant();
    var check = new RowCheck(MailAddress::isValid);
    var findings = new AccountImportService.FindingList();
    var tally = new ImportTally();
    AccountImportService.inChunks(
        file,
        check,
        findings,
        chunk -> {
          write(chunk, tally, now, operator);
          written.reached().by(chunk.size());
        });
    if (findings.count() > 0 || !bytesNow.get().equals(approval.sha256())) {
      throw new DomainException(OTHER_FILE, "");
    }
    List<String> vanished = vanished(check.users());
    if (approval.closing()) {
      if (vanished.size() != approval.vanished()) {
        throw new DomainException(OTHER_ACCOUNTS, "");
      }
      inParts(vanished, part -> close(part, now, operator));
    }
    trail.append(
        new AuditTrail.Entry(
            operator, "", "account-file-applied", file.sha256(), approval.reason().strip()));
    return tally.counts(vanished.size(), approval.closing() ? vanished.size() : 0);
  }

  private void write(List<AccountRow> rows, ImportTally tally, Instant now, String operator) {
    var known = new Known(rows);
    for (AccountRow row : rows) {
      boolean otherwise = known.describe(row);
      Optional<Account> account = known.account(row);
      if (account.filter(found -> !found.isClosed()).isEmpty()) {
        tally.opened();
        open(row, account, now);
        audit(operator, "account-opened", row.user());
      } else {
        otherwise |= account.get().differs(row, passwords);
        if (otherwise) {
          account.get().take(row, passwords, now);
          audit(operator, "account-updated", row.user());
        }
        tally.known(otherwise);
      }
    }
    em.flush();
    em.clear();
  }

  private void open(AccountRow row, Optional<Account> closed, Instant now) {
    Account account =
        closed.orElseGet(() -> {
          var fresh = new Account(row.user().user(), "", true);
          em.persist(fresh);
          return fresh;
        });
    account.take(row, passwords, now);
  }

  private void close(List<String> users, Instant now, String operator) {
    em.createQuery("update Account a set a.closedAt = :now where a.userId in :users")
        .setParameter("now", now)
        .setParameter("users", users)
        .executeUpdate();
    em.createQuery(
            "update SessionRow s set s.idleUntil = :now"
                + " where s.userId in :users and s.idleUntil > :now")
        .setParameter("now", now)
        .setParameter("users", users)
        .executeUpdate();
    users.forEach(user -> audit(operator, "account-closed", new KjUserId(user)));
    em.flush();
    em.clear();
  }

  private void audit(String operator, String action, KjUserId user) {
    trail.append(new AuditTrail.Entry(operator, user.office().value(), action, user.value()));
  }

  private static void inParts(List<String> all, java.util.function.Consumer<List<String>> taker) {
    for (int from = 0; from < all.size(); from += AccountImportService.CHUNK) {
      taker.accept(all.subList(from, Math.min(all.size(), from + AccountImportService.CHUNK)));
    }
  }

  /** What is there already of a chunk: two queries, however many rows. */
  private final class Known {
    private final Map<String, Account> accounts;
    private final Map<String, Office> offices;

    Known(List<AccountRow> rows) {
      accounts =
          found(
              "select a from Account a where a.userId in :keys",
              Account.class,
              rows.stream().map(row -> row.user().value()).toList(),
              account -> account.user().value());
      offices =
          found(
              "select o from Office o where o.number in :keys",
              Office.class,
              rows.stream().map(row -> row.user().office().value()).toList(),
              office -> office.entry().number().value());
    }

    private <T> Map<String, T> found(
        String query, Class<T> type, Collection<String> keys, Function<T, String> key) {
      return em.createQuery(query, type)
          .setParameter("keys", keys)
          .getResultStream()
          .collect(Collectors.toMap(key, Function.identity()));
    }

    Optional<Account> account(AccountRow row) {
      return Optional.ofNullable(accounts.get(row.user().value()));
    }

    boolean differs(AccountRow row) {
      Office office = offices.get(row.user().office().value());
      return office == null || !office.profile().equals(profile(row, office.profile().mail()));
    }

    /** Whether anything of the office was otherwise. */
    boolean describe(AccountRow row) {
      if (!differs(row)) {
        return false;
      }
      Office office = offices.get(row.user().office().value());
      if (office == null) {
        office = new Office(row.user().office(), row.name(), row.kinds());
        em.persist(office);
      }
      office.describe(profile(row, office.profile().mail()));
      return true;
    }

    private OfficeProfile profile(AccountRow row, String mail) {
      return new OfficeProfile(
          row.user().office(), row.name(), row.kanaName(), row.address(), mail, row.kinds());
    }
  }
}
