package jp.careplan.exchange.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PageMessages;
import jp.careplan.exchange.Mailboxes;
import jp.careplan.exchange.Mailboxes.Filter;
import jp.careplan.exchange.Partners;
import jp.careplan.exchange.Partners.Keeping;
import jp.careplan.exchange.TransmissionSummary;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;
import org.jspecify.annotations.Nullable;

/** One partner: what is known of it, what the office keeps about it, what crossed between them. */
@Named
@RequestScoped
public class PartnerView {
  private static final int NEWEST = 20;

  @Inject private Partners partners;
  @Inject private Mailboxes mailboxes;
  @Inject private Caller caller;
  @Inject private JapaneseTime time;

  private String number = "";
  private @Nullable PartnerLine row;
  private String called = "";
  private boolean favourite;
  private String note = "";
  private String startMonth = "";
  private int resultDay = Partners.USUAL_RESULT_DAY;
  private List<TransmissionRow> history = List.of();

  /** Without a number there is only the form that asks for one. */
  @PostConstruct
  void load() {
    number =
        digits(
            FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .getOrDefault("number", ""));
    if (number.isEmpty() || isNew()) {
      return;
    }
    OfficeSession by = caller.careSession();
    Partners.Partner found = partners.find(by, new OfficeNumber(number));
    row = new PartnerLine(found, time);
    Keeping keeping = found.keeping();
    called = keeping.called();
    favourite = keeping.favourite();
    note = keeping.note();
    startMonth = keeping.startMonth();
    resultDay = keeping.resultDay();
    history = history(by);
  }

  private static boolean isNew() {
    return FacesContext.getCurrentInstance()
        .getViewRoot()
        .getViewId()
        .startsWith("/office/partner-new");
  }

  private static String digits(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
  }

  private List<TransmissionRow> history(OfficeSession by) {
    var filter = new Filter(false, Optional.of(number), Optional.empty(), Optional.empty());
    List<TransmissionSummary> both = new ArrayList<>();
    both.addAll(mailboxes.inbox(by, filter, Optional.empty(), NEWEST).items());
    both.addAll(mailboxes.sent(by, filter, Optional.empty(), NEWEST).items());
    return both.stream()
        .sorted(Comparator.comparing(TransmissionSummary::sentAt).reversed())
        .limit(NEWEST)
        .map(it -> new TransmissionRow(it, by.office(), time))
        .toList();
  }

  public String keep() {
    return keep("連携先の内容を覚えました", "ここに書いたことは、相手には見えません。");
  }

  /** 番号を入れて加える. */
  public String add() {
    return keep("連携先に加えました", "参加していないときは、この画面からさそえます。");
  }

  private String keep(String done, String next) {
    try {
      partners.keep(
          caller.careSession(),
          new OfficeNumber(digits(number)),
          new Keeping(called.strip(), favourite, note.strip(), digits(startMonth), resultDay));
    } catch (DomainException e) {
      PageMessages.refuse(e);
      return "";
    }
    PageMessages.done(done, next);
    return "/office/partner?faces-redirect=true&number=" + digits(number);
  }

  public String forget() {
    partners.forget(caller.careSession(), new OfficeNumber(number));
    PageMessages.done("覚えた内容を消しました", "やりとりの記録は、そのまま残っています。");
    return "/office/partners?faces-redirect=true";
  }

  public @Nullable PartnerLine getRow() {
    return row;
  }

  public List<TransmissionRow> getHistory() {
    return history;
  }

  /** Days that can be wished. */
  public List<Integer> getDays() {
    return IntStream.rangeClosed(1, Partners.LAST_RESULT_DAY).boxed().toList();
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public String getCalled() {
    return called;
  }

  public void setCalled(String called) {
    this.called = called;
  }

  public boolean isFavourite() {
    return favourite;
  }

  public void setFavourite(boolean favourite) {
    this.favourite = favourite;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public String getStartMonth() {
    return startMonth;
  }

  public void setStartMonth(String startMonth) {
    this.startMonth = startMonth;
  }

  public int getResultDay() {
    return resultDay;
  }

  public void setResultDay(int resultDay) {
    this.resultDay = resultDay;
  }
}
