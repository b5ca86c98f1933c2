package jp.careplan.exchange.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.page.PageMessages;
import jp.careplan.exchange.CheckedUnit;
import jp.careplan.exchange.Confirmation;
import jp.careplan.exchange.Dispatching.Wanted;
import jp.careplan.exchange.Doubt;
import jp.careplan.exchange.Enclosure;
import jp.careplan.exchange.Finding;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.Party;
import jp.careplan.exchange.SendingOffer;
import jp.careplan.exchange.SendingOutcome.AlreadySent;
import jp.careplan.exchange.Severity;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.kernel.DomainException;

/** One sending unit on the desk: what the check said, and what became of a try. */
public final class DeskUnit {
  private static final int FIRST_FINDINGS = 30;

  private final TransmissionId id;
  private final String folder;
  private final CheckedUnit checked;
  private List<Finding> findings;
  private boolean overridable;
  private boolean wanted;
  private boolean showsAll;
  private final EnclosureDraft draft = new EnclosureDraft();
  private List<Doubt> doubts;
  private boolean confirmed;
  private String reason = "";
  private String trouble = "";
  private Optional<AlreadySent> earlier = Optional.empty();

  DeskUnit(TransmissionId id, String folder, CheckedUnit checked) {
    this.id = id;
    this.folder = folder;
    this.checked = checked;
    this.findings = checked.findings();
    this.overridable = checked.overridable();
    this.doubts = checked.doubts();
  }

  TransmissionId id() {
    return id;
  }

  String folder() {
    return folder;
  }

  List<OfferedFile> files() {
    return checked.files();
  }

  /** Stands in the queue of what is being sent. */
  boolean isWanted() {
    return wanted;
  }

  void want() {
    trouble = "";
    wanted = true;
  }

  void refused(List<Finding> why, boolean mayOverride) {
    wanted = false;
    findings = why;
    overridable = mayOverride;
  }

  void alreadySent(AlreadySent before) {
    wanted = false;
    earlier = Optional.of(before);
  }

  /** Something is unusual about the destination that was not when it was checked. */
  void unsure(List<Doubt> why) {
    wanted = false;
    confirmed = false;
    doubts = why;
  }

  /** 送り先を確かめました. */
  void confirm() {
    confirmed = true;
  }

  Confirmation confirmation() {
    return confirmed ? Confirmation.GIVEN : Confirmation.ASKED;
  }

  void failed(String why) {
    wanted = false;
    trouble = why;
  }

  void failed(DomainException why) {
    failed(why.code().title() + "。 " + PageMessages.reasonAndRemedy(why));
  }

  /** As it is sent when nothing is said about it. */
  Wanted wanted() {
    return new Wanted(offer(Optional.empty(), false), checked);
  }

  SendingOffer offer(Optional<String> despite, boolean again) {
    Optional<Enclosure> enclosure = draft.enclosure();
    var all = new ArrayList<>(files());
    enclosure.ifPresent(it -> all.addAll(it.files()));
    return new SendingOffer(
        id,
        SendingOffer.manifestOf(all),
        Optional.empty(),
        despite,
        again,
        files(),
        confirmation(),
        enclosure,
        Optional.empty());
  }

  EnclosureDraft draft() {
    return draft;
  }

  /** Before another try. */
  void forgetTrouble() {
    trouble = "";
  }

  void reason(String typed) {
    reason = typed;
  }

  void showAll() {
    showsAll = true;
  }

  /** The message that goes along. */
  public String getMessage() {
    return draft.text();
  }

  public List<String> getAttachments() {
    return draft.names();
  }

  /** Whether anything goes along. */
  public boolean isEnclosing() {
    return !draft.isEmpty();
  }

  /** On its way: nothing is done to it meanwhile. */
  public boolean isQueued() {
    return wanted;
  }

  public String getId() {
    return id.value();
  }

  public String getPartner() {
    return checked.recipient().map(Party::name).orElse("送り先がわかりません");
  }

  public String getPartnerNumber() {
    return checked.recipient().map(party -> party.number().value()).orElse("");
  }

  public String getPartnerKind() {
    return checked.recipient().map(Words::serviceKind).orElse("");
  }

  public String getKind() {
    return checked.unit().map(Words::unit).orElse("組になりません");
  }

  /** {@code yyyymm}; empty where the unit has none. */
  public String getMonth() {
    return checked.serviceMonth().orElse("");
  }

  public int getPeople() {
    return checked.people();
  }

  public String getFolder() {
    return folder;
  }

  public List<String> getFileNames() {
    return checked.files().stream().map(OfferedFile::name).toList();
  }

  /** May go out with the next press of the one button. */
  public boolean isReady() {
    return isAccepted() && earlier.isEmpty() && !isDoubted();
  }

  /** Whether somebody has to look at the destination before it goes. */
  public boolean isDoubted() {
    return !doubts.isEmpty() && !confirmed && (isAccepted() || isOverridable());
  }

  /** Whether that is all that keeps it. */
  boolean isOnlyDoubted() {
    return isDoubted() && isAccepted() && !isSentBefore() && trouble.isEmpty();
  }

  public List<Doubt> getDoubts() {
    return doubts;
  }

  public boolean isAccepted() {
    return findings.stream().noneMatch(Finding::refuses);
  }

  public boolean isOverridable() {
    return overridable && !isAccepted();
  }

  public boolean isSentBefore() {
    return earlier.isPresent();
  }

  public String getEarlierId() {
    return earlier.map(before -> before.earlier().value()).orElse("");
  }

  Optional<AlreadySent> earlier() {
    return earlier;
  }

  public String getTrouble() {
    return trouble;
  }

  public String getReason() {
    return reason;
  }

  public String getVerdict() {
    if (wanted) {
      return "… 送っています";
    }
    if (isSentBefore()) {
      return "! 前に送っています";
    }
    if (!trouble.isEmpty()) {
      return "✗ 送れませんでした";
    }
    if (!isAccepted()) {
      return "✗ 直すところ " + count(true) + "件";
    }
    if (isDoubted()) {
      return "? 確かめてから送れます";
    }
    long warnings = count(false);
    return warnings == 0 ? "✓ 送れます" : "✓ 送れます（確かめるところ " + warnings + "件）";
  }

  public String getStyle() {
    return isSmooth() ? "good" : isSentBefore() || isOnlyDoubted() ? "waiting" : "bad";
  }

  /** Nothing about it asks for a person. */
  boolean isSmooth() {
    return isReady() && trouble.isEmpty();
  }

  private long count(boolean refusing) {
    return findings.stream()
        .filter(finding -> refusing == (finding.severity() != Severity.WARNING))
        .count();
  }

  public List<FindingRow> getFindings() {
    List<FindingRow> all = FindingRow.worstFirst(findings);
    return showsAll || all.size() <= FIRST_FINDINGS ? all : all.subList(0, FIRST_FINDINGS);
  }

  /** Findings that are not shown yet. */
  public int getMoreFindings() {
    return findings.size() - getFindings().size();
  }
}
