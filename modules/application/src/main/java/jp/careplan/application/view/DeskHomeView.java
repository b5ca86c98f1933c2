package jp.careplan.application.view;

import static jp.careplan.application.page.DeskForm.parameter;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import jp.careplan.application.ApplicationReview;
import jp.careplan.application.Approvals;
import jp.careplan.application.Approvals.Proposal;
import jp.careplan.application.IdRequests;
import jp.careplan.application.OperatorCaller;
import jp.careplan.application.OperatorRole;
import jp.careplan.application.OperatorSession;
import jp.careplan.application.OperatorSigningIn;
import jp.careplan.application.page.ActionWords;
import jp.careplan.application.page.DeskForm;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PageMessages;

/** The operator's start: what waits, and the own sessions. */
@Named
@RequestScoped
public class DeskHomeView {
  @Inject private OperatorCaller caller;
  @Inject private OperatorSigningIn signingIn;
  @Inject private Approvals approvals;
  @Inject private ApplicationReview review;
  @Inject private IdRequests requests;
  @Inject private ActionWords actions;
  @Inject private JapaneseTime time;

  private List<ProposalRow> proposals = List.of();
  private String reason = "";

  /** A proposal as the page shows it. */
  public static final class ProposalRow {
    private final Proposal proposal;
    private final OperatorSession by;
    private final ActionWords actions;
    private final JapaneseTime time;

    ProposalRow(Proposal proposal, OperatorSession by, ActionWords actions, JapaneseTime time) {
      this.proposal = proposal;
      this.by = by;
      this.actions = actions;
      this.time = time;
    }

    public String getId() {
      return proposal.id();
    }

    public String getAction() {
      return actions.of(proposal.matter().action());
    }

    public String getOffice() {
      return proposal.matter().office();
    }

    public String getReason() {
      return proposal.reason();
    }

    public String getProposedBy() {
      return proposal.proposedBy() + " " + time.moment(proposal.proposedAt());
    }

    public String getExpires() {
      return time.moment(proposal.expiresAt());
    }

    /** Where one reads what exactly is proposed; empty text: the office says all. */
    public String getDetails() {
      return switch (proposal.matter().action()) {
        case "publish-terms" -> "/desk/terms?draft=" + proposal.matter().subject();
        case "add-trust-anchor", "remove-trust-anchor" ->
            "/desk/trust?proposed=" + proposal.matter().subject();
        default -> "";
      };
    }

    public boolean isOwn() {
      return proposal.proposedBy().equals(by.operator());
    }
  }

  /** A session as the page shows it. */
  public static final class SessionRow {
    private final OperatorSession session;
    private final boolean present;
    private final JapaneseTime time;

    SessionRow(OperatorSession session, boolean present, JapaneseTime time) {
      this.session = session;
      this.present = present;
      this.time = time;
    }

    public String getId() {
      return session.id();
    }

    public String getBegun() {
      return time.moment(session.begunAt());
    }

    public String getEnds() {
      return time.moment(session.endsAt());
    }

    public boolean isPresent() {
      return present;
    }
  }

  @PostConstruct
  void load() {
    OperatorSession by = caller.session();
    if (isDeciding()) {
      proposals =
          approvals.waiting(by).stream()
              .map(proposal -> new ProposalRow(proposal, by, actions, time))
              .toList();
    }
  }

  /** For whom they are not, it is no empty list. */
  public List<ProposalRow> getOpenProposals() {
    caller.session().require(OperatorRole.OPERATOR);
    return proposals;
  }

  public boolean isDeciding() {
    return caller.session().isAny(OperatorRole.OPERATOR);
  }

  public boolean isReviewing() {
    return caller.session().isAny(OperatorRole.OPERATOR, OperatorRole.HELPDESK);
  }

  public long getToReview() {
    return isReviewing() ? review.countWaiting(caller.session()) : 0;
  }

  public long getToAnswer() {
    return isDeciding() ? requests.countWaiting(caller.session()) : 0;
  }

  /** Whether what concerns the whole country is this operator's. */
  public boolean isLeading() {
    return isDeciding() && caller.session().prefectures().isEmpty();
  }

  public long getToDecide() {
    return proposals.stream().filter(row -> !row.isOwn()).count();
  }

  public String getRoles() {
    return caller.session().roles().stream()
        .sorted()
        .map(OperatorRole::word)
        .collect(Collectors.joining("、"));
  }

  public String getPrefectures() {
    return caller.session().prefectures().isEmpty()
        ? "全国"
        : caller.session().prefectures().stream().sorted().collect(Collectors.joining("、"));
  }

  public List<SessionRow> getSessions() {
    OperatorSession by = caller.session();
    return signingIn.sessionsOf(by).stream()
        .map(session -> new SessionRow(session, session.id().equals(by.id()), time))
        .toList();
  }

  public String endSession() {
    signingIn.end(caller.session(), parameter("session"));
    PageMessages.done("そのログインを終わらせました", "");
    return "/desk/home?faces-redirect=true";
  }

  public String approve() {
    return DeskForm.act(
        "/desk/approvals",
        "承認しました",
        () -> approvals.approve(caller.session(), parameter("proposal"), reason));
  }

  public String reject() {
    return DeskForm.act(
        "/desk/approvals",
        "却下しました",
        () -> approvals.reject(caller.session(), parameter("proposal"), reason));
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
