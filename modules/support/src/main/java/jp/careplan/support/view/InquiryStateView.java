package jp.careplan.support.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.support.AskingOffice;
import jp.careplan.support.Inquiring;
import jp.careplan.support.Inquiring.Standing;
import jp.careplan.support.InquiryKey;
import jp.careplan.support.internal.inquiry.Codes;
import org.jspecify.annotations.Nullable;

/** How inquiries stand: one, for whoever holds number and code, and those of an office. */
@Named("inquiryState")
@RequestScoped
public class InquiryStateView {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu年M月d日(E) H:mm", Locale.JAPANESE);
  private static final int MOST = 50;

  @Inject private Inquiring inquiring;
  @Inject private AskingOffice asking;
  @Inject private Clock clock;

  private Optional<Standing> standing = Optional.empty();
  private String refusal = "";
  private @Nullable List<Row> lookedAt;

  /** One of the office's, as a row. */
  public record Row(String number, String kind, String received, String state) {}

  /** By the mailed link, or by what was typed. */
  public void look() {
    String number = Codes.digits(HelpView.asked("number"));
    String code = Codes.code(HelpView.asked("code"));
    if (number.isEmpty() && code.isEmpty()) {
      return;
    }
    try {
      standing = Optional.of(inquiring.standingOf(new InquiryKey(number, code), Visit.source()));
    } catch (DomainException e) {
      refusal = Refusal.words(e);
    }
  }

  public String getRefusal() {
    return refusal;
  }

  public boolean isFound() {
    return standing.isPresent();
  }

  public Row getRow() {
    return row(standing.orElseThrow());
  }

  public String getNumber() {
    return HelpView.asked("number");
  }

  /** What the signed-in office sent. */
  public List<Row> getOfOffice() {
    return asking.office().map(this::of).orElse(List.of());
  }

  /** What the office sent whose page an operator looks at. */
  public List<Row> getOfLookedAt() {
    if (lookedAt == null) {
      lookedAt = asking.lookedAt().map(this::of).orElse(List.of());
    }
    return lookedAt;
  }

  private List<Row> of(OfficeNumber office) {
    return inquiring.of(office, MOST).stream().map(this::row).toList();
  }

  private Row row(Standing it) {
    return new Row(
        InquiryView.readable(it.number()),
        it.kind().label(),
        moment(it.receivedAt()),
        switch (it.status()) {
          case ANSWERED -> "✓ お返事しました（" + it.answeredAt().map(this::moment).orElse("") + "）";
          case CLOSED -> "✓ 終わりました";
          case DRAFT, RECEIVED, HELD -> "● 受け付けました。順に確かめています";
        });
  }

  private String moment(Instant at) {
    return MOMENT.format(at.atZone(clock.getZone()));
  }
}
