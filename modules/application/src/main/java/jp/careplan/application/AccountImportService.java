package jp.careplan.application;

import static jp.careplan.application.AccountProblem.IMPORT_FINDINGS;
import static jp.careplan.application.AccountProblem.OTHER_FILE;
import static jp.careplan.application.OperatorRole.OPERATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.careplan.application.internal.accounts.AccountColumn;
import jp.careplan.application.internal.accounts.AccountFile;
import jp.careplan.application.internal.accounts.AccountRow;
import jp.careplan.application.internal.accounts.ImportRule;
import jp.careplan.application.internal.accounts.RowCheck;
import jp.careplan.kernel.DomainException;

/**
 * The order of steps; only {@link AccountImportStore#apply} changes anything, in one transaction.
 */
@ApplicationScoped
class AccountImportService implements AccountImport {
  /** Rows that are compared, or written, at once. */
  static final int CHUNK = 500;

  private static final int VANISHED_TOLD = 1000;

  @Inject private AccountImportStore store;

  @Override
  public ImportPreview preview(Source source, OperatorSession by) {
    by.requireWholeCountry(OPERATOR);
    AccountFile file = AccountFile.of(source::open);
    ImportPreview preview = look(file, new Reached(source));
    store.looked(preview.sha256(), by.operator().value());
    return preview;
  }

  @Override
  public ImportCounts apply(Source source, Approval approval, OperatorSession by) {
    by.requireWholeCountry(OPERATOR);
    OperatorSession.reason(approval.reason());
    var reached = new Reached(source);
    AccountFile file = AccountFile.of(source::open);
    if (!file.sha256().equals(approval.sha256())) {
      throw new DomainException(OTHER_FILE, "");
    }
    if (!look(file, reached).isClean()) {
      throw new DomainException(IMPORT_FINDINGS, "");
    }
    var written = new AccountImportStore.Written(reached, by.operator().value());
    return store.apply(file, () -> AccountFile.of(source::open).sha256(), approval, written);
  }

  private ImportPreview look(AccountFile file, Reached reached) {
    var check = new RowCheck(MailAddress::isValid);
    var findings = new FindingList();
    var tally = new ImportTally();
    inChunks(
        file,
        check,
        findings,
        chunk -> {
          store.compare(chunk, tally, findings);
          reached.by(chunk.size());
        });
    List<String> vanished = store.vanished(check.users());
    return new ImportPreview(
        file.sha256(),
        tally.counts(vanished.size(), 0),
        vanished.stream().limit(VANISHED_TOLD).toList(),
        findings.told(),
        findings.count());
  }

  static void inChunks(
      AccountFile file,
      RowCheck check,
      AccountFile.Findings findings,
      Consumer<List<AccountRow>> taker) {
    List<AccountRow> chunk = new ArrayList<>(CHUNK);
    file.read(
        check,
        row -> {
          chunk.add(row);
          if (chunk.size() == CHUNK) {
            taker.accept(chunk);
            chunk.clear();
          }
        },
        findings);
    if (!chunk.isEmpty()) {
      taker.accept(chunk);
    }
  }

  /** How far it is. */
  static final class Reached {
    private final Source source;
    private int rows;

    Reached(Source source) {
      this.source = source;
    }

    void by(int more) {
      rows += more;
      source.reached(rows);
    }
  }

  /** The first findings, and how many there are. */
  static final class FindingList implements AccountFile.Findings {
    private static final int TOLD = 1000;

    private final List<ImportFinding> told = new ArrayList<>();
    private int count;

    @Override
    public void add(long line, Optional<AccountColumn> column, ImportRule rule) {
      count++;
      if (told.size() < TOLD) {
        told.add(
            new ImportFinding(
                line,
                column.map(AccountColumn::number).orElse(0),
                column.map(AccountColumn::heading).orElse(""),
                rule.code(),
                rule.what(),
                rule.remedy()));
      }
    }

    List<ImportFinding> told() {
      return List.copyOf(told);
    }

    int count() {
      return count;
    }
  }
}
