package jp.careplan.exchange.view;

import static java.lang.System.Logger.Level.WARNING;
import static jp.careplan.exchange.ExchangeProblem.NOT_ON_THE_BOARD;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeEntry;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PageMessages;
import jp.careplan.exchange.MonthBoard;
import jp.careplan.exchange.MonthBoard.Awaited;
import jp.careplan.exchange.Reading;
import jp.careplan.exchange.Reading.Look;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.exchange.internal.form.Person;
import jp.careplan.exchange.internal.form.UnitForms;
import jp.careplan.exchange.view.BoardQuery.Mark;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.ServiceMonth;
import org.jspecify.annotations.Nullable;

/** 実績を待っている人: the people of one line of the board, to be ticked one by one. */
@Named
@RequestScoped
public class AwaitedView {
  private static final System.Logger LOG = System.getLogger(AwaitedView.class.getName());
  private static final Optional<UnitForms> NOBODY = Optional.empty();

  @Inject private MonthBoard boards;
  @Inject private Reading reading;
  @Inject private OfficeDirectory offices;
  @Inject private Caller caller;
  @Inject private JapaneseTime time;

  private @Nullable Mark mark;
  private List<Awaited> all = List.of();
  private List<Row> rows = List.of();
  private String after = "";
  private String next = "";

  /**
   * A person.
   *
   * @param name empty where the plan may not be opened
   * @param person plan and place, as a button names them
   */
  public record Row(
      String name,
      String kana,
      String state,
      String style,
      String link,
      String person,
      boolean open,
      boolean absent) {
    public String called() {
      return name.isEmpty() ? "まだ受け取っていない予定の利用者" : name;
    }
  }

  /** A page ends where it would open more plans, or hold more people. */
  private static final int PLANS = 20;

  private static final int PEOPLE = 100;

  @PostConstruct
  void load() {
    mark =
        Mark.read(external().getRequestParameterMap().getOrDefault("line", ""))
            .orElseThrow(() -> new DomainException(NOT_ON_THE_BOARD, ""));
    boolean shown = !FacesContext.getCurrentInstance().isPostback(); // a press leads on unseen
    Map<TransmissionId, Optional<UnitForms>> units = new HashMap<>();
    all =
        boards.awaited(caller.careSession(), mark.key(), mark.month()).stream()
            .sorted(Comparator.comparing(AwaitedView::place))
            .toList();
    after = external().getRequestParameterMap().getOrDefault("after", "");
    List<Awaited> page = page(all, after);
    next = page.isEmpty() || page.getLast().equals(all.getLast()) ? "" : place(page.getLast());
    rows =
        page.stream()
            .map(it -> row(it, shown ? units.computeIfAbsent(it.plan(), this::people) : NOBODY))
            .toList();
  }

  /** By plan, so that a page opens few of them; names nobody. */
  static String place(Awaited it) {
    return "%s/%06d".formatted(it.plan(), it.place());
  }

  static List<Awaited> page(List<Awaited> all, String after) {
    Set<TransmissionId> plans = new HashSet<>();
    List<Awaited> page = new ArrayList<>();
    for (Awaited it : all) {
      if (place(it).compareTo(after) > 0) {
        plans.add(it.plan());
        if (plans.size() > PLANS || page.size() == PEOPLE) {
          break;
        }
        page.add(it);
      }
    }
    return page;
  }

  /** Empty where it may not be opened, or not any more. */
  private Optional<UnitForms> people(TransmissionId plan) {
    try {
      return Optional.of(reading.open(caller.careSession(), plan, Look.PEOPLE, 0).unit());
    } catch (DomainException e) {
      return Optional.empty();
    } catch (IllegalStateException e) {
      LOG.log(WARNING, "people without names: cannot open transmission=" + plan, e);
      return Optional.empty();
    }
  }

  private static boolean isAbsent(Awaited it) {
    return it.absence().isPresent() && !it.returned();
  }

  private Row row(Awaited it, Optional<UnitForms> unit) {
    Optional<Person> person = unit.flatMap(forms -> forms.person(it.place()));
    boolean absent = isAbsent(it);
    String noted = it.absence().map(one -> time.dayInMonth(one.at())).orElse("");
    String waits = mark().key().planning() ? "● 待っています" : "● 送っていません";
    String there = mark().key().planning() ? "✓ 届いています" : "✓ 送りました";
    return new Row(
        person.map(Person::called).orElse(""),
        person.map(Person::kanaName).orElse(""),
        it.returned() ? there : absent ? "– 実績なし（" + noted + " 記入）" : waits,
        it.returned() ? "good" : absent ? "gone" : "waiting",
        person.isPresent() ? "/office/read?id=" + it.plan() + "&person=" + it.place() : "",
        it.plan() + "/" + it.place(),
        !it.returned() && !absent,
        absent);
  }

  /** 実績なし. */
  public void note() throws IOException {
    act(
        "absent",
        (plan, place) -> {
          boards.noteAbsence(caller.careSession(), mark().key(), mark().month(), plan, place);
          PageMessages.done("実績なしにしました", "待っている人数から引きました。間違えたときは、同じところで取り消せます。");
        });
  }

  public void takeBack() throws IOException {
    act(
        "present",
        (plan, place) -> {
          boards.takeBackAbsence(caller.careSession(), mark().key(), mark().month(), plan, place);
          PageMessages.done("実績なしを取り消しました", "また、待っている人として数えます。");
        });
  }

  private interface OfPerson {
    void act(TransmissionId plan, int place);
  }

  private void act(String name, OfPerson what) throws IOException {
    String named = external().getRequestParameterMap().getOrDefault(name, "");
    try {
      if (!named.matches("[0-9a-f-]{36}/[0-9]{1,6}")) {
        throw new DomainException(NOT_ON_THE_BOARD, "");
      }
      int slash = named.indexOf('/');
      what.act(
          new TransmissionId(named.substring(0, slash)),
          Integer.parseInt(named.substring(slash + 1)));
    } catch (DomainException e) {
      PageMessages.refuse(e);
      PageMessages.keep();
    }
    external().redirect(address(after));
  }

  private Mark mark() {
    if (mark == null) {
      throw new IllegalStateException("not loaded");
    }
    return mark;
  }

  private static ExternalContext external() {
    return FacesContext.getCurrentInstance().getExternalContext();
  }

  public String getLine() {
    return mark().text();
  }

  public String getPartner() {
    return offices
        .find(mark().key().partner())
        .map(OfficeEntry::name)
        .orElse(mark().key().partner().value());
  }

  public String getKind() {
    return Words.serviceKind(mark().key().kind());
  }

  public String getMonth() {
    return time.month(mark().month().value());
  }

  /** The board on which these results are awaited. */
  public String getBoard() {
    return "/office/home?month=" + new ServiceMonth(mark().month().value().plusMonths(1));
  }

  private String address(String from) {
    return "/office/awaited?line="
        + getLine()
        + (from.isEmpty() ? "" : "&after=" + URLEncoder.encode(from, StandardCharsets.UTF_8));
  }

  public String getAfter() {
    return after;
  }

  /** Where the people go on; empty at their end. */
  public String getNext() {
    return next.isEmpty() ? "" : address(next);
  }

  /** Where they begin; empty on the first page. */
  public String getFirst() {
    return after.isEmpty() ? "" : address("");
  }

  public List<Row> getRows() {
    return rows;
  }

  public String getSum() {
    long there = all.stream().filter(Awaited::returned).count();
    long absent = all.stream().filter(AwaitedView::isAbsent).count();
    long open = all.size() - absent - there;
    return "%d人のうち、実績あり %d人、実績なし %d人、まだ %d人".formatted(all.size(), there, absent, open);
  }
}
