package jp.careplan.application.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import jp.careplan.application.IdAsking;
import jp.careplan.application.IdAsking.Standing;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PageMessages;
import jp.careplan.kernel.DomainException;

/** How a request for an ID stands, for whoever holds its number and its code. */
@Named
@RequestScoped
public class IdRequestStateView {
  @Inject private IdAsking asking;
  @Inject private JapaneseTime time;

  private String number = "";
  private String code = "";
  private Optional<Standing> standing = Optional.empty();

  public void look() {
    try {
      String digits = Typed.halfWidth(number).replaceAll("[^0-9]", "");
      String source = Browser.request().getRemoteAddr();
      standing = Optional.of(asking.standingOf(digits, Typed.writtenCode(code), source));
    } catch (DomainException e) {
      PageMessages.refuse(e);
    }
  }

  public boolean isFound() {
    return standing.isPresent();
  }

  /** One sentence. */
  public String getState() {
    return standing
        .map(it ->
            switch (it.status()) {
              case RECEIVED -> "● 受け付けました。国保連で調べています。";
              case ANSWERED -> "✓ 答えました。郵便でお送りした手紙をご覧ください。";
              case REJECTED -> "✗ お答えできませんでした。わけは、郵便でお送りした手紙をご覧ください。";
            })
        .orElse("");
  }

  public String getAskedAt() {
    return standing.map(it -> time.moment(it.askedAt())).orElse("");
  }

  public String getSettledAt() {
    return standing.flatMap(Standing::settledAt).map(time::moment).orElse("まだです");
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
