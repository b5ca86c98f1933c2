package jp.careplan.exchange.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import jp.careplan.application.Caller;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PageMessages;
import jp.careplan.exchange.MonthProofs;
import jp.careplan.kernel.DomainException;
import org.jspecify.annotations.Nullable;

/** 連携実績の証明書: the figures of a month, and the proofs issued of it. */
@Named
@RequestScoped
public class MonthProofView {
  @Inject private MonthProofs proofs;
  @Inject private Caller caller;
  @Inject private JapaneseTime time;
  @Inject private Clock clock;

  private YearMonth month = YearMonth.of(2000, 1);
  private @Nullable ProofSheet sheet;
  private List<Issued> issued = List.of();

  /** A proof that was issued. */
  public static final class Issued {
    private final MonthProofs.Proof proof;
    private final ProofSheet sheet;
    private final JapaneseTime time;

    Issued(MonthProofs.Proof proof, JapaneseTime time) {
      this.proof = proof;
      this.sheet = new ProofSheet(proof.figures(), time);
      this.time = time;
    }

    public String getCode() {
      return proof.code();
    }

    public String getAt() {
      return time.moment(proof.issuedAt());
    }

    public ProofSheet getSheet() {
      return sheet;
    }
  }

  @PostConstruct
  void load() {
    month = AskedMonth.find().orElseGet(() -> YearMonth.now(clock));
    sheet = new ProofSheet(proofs.figures(caller.careSession(), month), time);
    issued =
        proofs.issued(caller.careSession(), month).stream()
            .map(proof -> new Issued(proof, time))
            .toList();
  }

  public String issue() {
    try {
      String code = proofs.issue(caller.careSession(), month).code();
      PageMessages.done("証明書ができました", "確認番号は " + code + " です。下の一覧から保存できます。");
      return "/office/month-proof?faces-redirect=true&month=" + getDigits();
    } catch (DomainException e) {
      PageMessages.refuse(e);
      return "";
    }
  }

  public String getDigits() {
    return AskedMonth.digits(month);
  }

  public String getTitle() {
    return time.month(month);
  }

  public String getBefore() {
    return AskedMonth.digits(month.minusMonths(1));
  }

  public String getAfter() {
    return AskedMonth.digits(month.plusMonths(1));
  }

  public boolean isNow() {
    return !month.isBefore(YearMonth.now(clock));
  }

  public @Nullable ProofSheet getSheet() {
    return sheet;
  }

  public List<Issued> getIssued() {
    return issued;
  }
}
