package jp.careplan.application.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.OperatorCaller;
import jp.careplan.application.SealDesk;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.kernel.AuditSeals;
import jp.careplan.kernel.AuditSeals.Verdict;

/** 監査証跡の封印: where the chain stands, and whether it is whole. */
@Named
@RequestScoped
public class DeskSealsView {
  private static final String PAGE = "/desk/trail-seals";

  @Inject private SealDesk desk;
  @Inject private SealCheck check;
  @Inject private OperatorCaller caller;
  @Inject private JapaneseTime time;

  private AuditSeals.State state = new AuditSeals.State(0, "", 0, 0, Optional.empty());
  private Optional<SealCheck.Result> result = Optional.empty();

  /** A break as the page shows it. */
  public static final class BreakRow {
    private final AuditSeals.Break found;

    BreakRow(AuditSeals.Break found) {
      this.found = found;
    }

    public String getWhat() {
      return switch (found.fault()) {
        case SEAL_MISSING -> "封印がなくなっています";
        case SEAL_CHANGED -> "封印が書き換えられています";
        case LINK_BROKEN -> "封印が、1つ前の封印につながっていません";
        case ENTRY_CHANGED -> "記録が書き換えられています";
        case ENTRY_DELETED -> "記録が消されています";
        case ENTRY_INSERTED -> "この仕組みが書いていない記録が、入れられています";
        case LIST_CHANGED -> "封印した記録の一覧が書き換えられています";
        case HEAD_CHANGED -> "鎖の先頭の控えが書き換えられています";
        case TAIL_CUT -> "鎖の終わりが切り取られています";
        case EXPORT_DIFFERS -> "書き出してある封印と違います";
        case NOT_SEALED -> "何時間も封印されていない記録があります";
      };
    }

    public String getSeal() {
      return found.seal() == 0 ? "–" : String.valueOf(found.seal());
    }

    public String getEntry() {
      return found.entry().isEmpty() ? "–" : found.entry();
    }
  }

  @PostConstruct
  void load() {
    state = desk.state(caller.session());
    result = check.result();
  }

  public String verify() {
    check.begin(caller.session());
    return PAGE + "?faces-redirect=true";
  }

  public void look() {
    // the page asks again how far it is
  }

  private Optional<Verdict> verdict() {
    return result.flatMap(SealCheck.Result::verdict);
  }

  public boolean isBegun() {
    return state.number() > 0;
  }

  public String getNumber() {
    return "%,d".formatted(state.number());
  }

  public String getHash() {
    return state.hash();
  }

  public String getEntries() {
    return "%,d".formatted(state.entries());
  }

  public String getWaiting() {
    return "%,d".formatted(state.waiting());
  }

  public String getAt() {
    return state.at().map(time::moment).orElse("–");
  }

  public boolean isRunning() {
    return check.isRunning();
  }

  public long getReached() {
    return check.reached();
  }

  public long getMost() {
    return state.entries();
  }

  public String getProgress() {
    return "%,d件のうち%,d件まで確かめました。".formatted(state.entries(), getReached());
  }

  public boolean isDone() {
    return result.isPresent() && !isRunning();
  }

  public boolean isWhole() {
    return verdict().filter(Verdict::isWhole).isPresent();
  }

  public boolean isBroken() {
    return verdict().filter(it -> !it.isWhole()).isPresent();
  }

  public String getResultAt() {
    return result.map(it -> time.moment(it.at()) + "（" + it.by() + "）").orElse("");
  }

  public String getResultCounts() {
    return verdict()
        .map(it ->
            "封印%,d個、記録%,d件を確かめました。まだ封印していない記録は%,d件です。"
                .formatted(it.seals(), it.entries(), it.waiting()))
        .orElse("");
  }

  public long getBreakCount() {
    return verdict().map(Verdict::breakCount).orElse(0L);
  }

  public List<BreakRow> getBreaks() {
    return verdict().map(Verdict::breaks).orElse(List.of()).stream().map(BreakRow::new).toList();
  }
}
