package jp.careplan.exchange.view;

import static jp.careplan.exchange.ExchangeProblem.NO_SUCH_PERSON;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.careplan.exchange.Reading.Look;
import jp.careplan.exchange.internal.form.Form;
import jp.careplan.exchange.internal.form.Person;
import jp.careplan.kernel.DomainException;
import org.jspecify.annotations.Nullable;

/** 帳票: who is in a unit, then the forms of one person. Addresses name a person by place alone. */
@Named
@RequestScoped
public class ReadView {
  private static final int MOST_LISTED = 2000;

  @Inject private ReadUnit units;
  @Inject private VersionNotes notes;

  private String id = "";
  private boolean onDesk;
  private ReadUnit.@Nullable Opened opened;
  private @Nullable Person person;
  private List<Person> people = List.of();
  private List<FormRow> forms = List.of();
  private List<Form> since = List.of();

  /** A form with its place on the page. */
  public record FormRow(String anchor, Form form) {
    public String link() {
      return "#" + anchor;
    }
  }

  @PostConstruct
  void load() {
    Map<String, String> asked =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    onDesk = asked.containsKey("unit");
    id = asked.getOrDefault(onDesk ? "unit" : "id", "");
    int position = position(asked.getOrDefault("person", "0"));
    opened = open(position == 0 ? Look.PEOPLE : Look.SHOWN, position);
    if (position == 0 && opened.unit().people().size() == 1) {
      position = 1;
      opened = open(Look.SHOWN, position);
    }
    if (position > 0) {
      Person raw = opened.person(position);
      forms = forms(opened, raw, asked.containsKey("before"));
      person = named(List.of(raw)).getFirst();
    } else {
      List<Person> all = opened.unit().people();
      people = named(all.subList(0, Math.min(all.size(), MOST_LISTED)));
    }
  }

  private List<Person> named(List<Person> raw) {
    return !onDesk && isResult() ? units.named(id, raw) : raw;
  }

  private ReadUnit.Opened open(Look look, int position) {
    return onDesk ? units.onDesk(id) : units.sent(id, look, position);
  }

  private static int position(String digits) {
    if (!digits.matches("[0-9]{1,6}")) {
      throw new DomainException(NO_SUCH_PERSON, "");
    }
    return Integer.parseInt(digits);
  }

  /** A result lies over its plan; what changed since the version before where that is asked. */
  private List<FormRow> forms(ReadUnit.Opened unit, Person of, boolean before) {
    List<Form> all = new ArrayList<>(unit.unit().forms(of));
    if (!onDesk && isResult()) {
      units.compared(id, of, unit.unit()).ifPresent(it -> all.set(0, it));
    }
    if (!onDesk && before) {
      since = units.sinceBefore(id, of, unit.unit());
      all.addAll(0, since);
    }
    List<FormRow> rows = new ArrayList<>();
    for (var form : all) {
      rows.add(new FormRow("form-" + (rows.size() + 1), form));
    }
    return rows;
  }

  private boolean isResult() {
    return summaryIs("U5") || summaryIs("P8");
  }

  private boolean summaryIs(String unit) {
    return opened().summary().filter(it -> it.unit().equals(unit)).isPresent();
  }

  private ReadUnit.Opened opened() {
    if (opened == null) {
      throw new IllegalStateException("not loaded");
    }
    return opened;
  }

  public boolean isList() {
    return person == null;
  }

  public boolean isOnDesk() {
    return onDesk;
  }

  public String getPartner() {
    return opened().partner();
  }

  public String getKind() {
    return opened().kind();
  }

  public String getMonth() {
    return opened().month();
  }

  public String getFoot() {
    return opened().foot();
  }

  public List<String> getBroken() {
    return opened().unit().broken();
  }

  public List<Person> getPeople() {
    return people;
  }

  /** Where names come from that the unit itself does not tell. */
  public String getNames() {
    boolean told = opened().unit().people().stream().anyMatch(it -> !it.name().isEmpty());
    boolean found = people.stream().anyMatch(it -> !it.name().isEmpty());
    if (told) {
      return "";
    }
    return found ? "実績のファイルには、利用者の名前が書かれていません。名前は、同じ月の予定にあるものです。" : "この種類のファイルには、利用者の名前が書かれていません。";
  }

  public int getCount() {
    return opened().unit().people().size();
  }

  public @Nullable Person getPerson() {
    return person;
  }

  public List<FormRow> getForms() {
    return forms;
  }

  /** Where the unit was opened from. */
  public String getOrigin() {
    return onDesk ? "/office/send" : "/office/transmission?id=" + id;
  }

  public String getAddress() {
    return "/office/read?" + (onDesk ? "unit=" : "id=") + id;
  }

  /** Address of the person before; empty at the first. */
  public String getPrevious() {
    return person == null || person.position() == 1 ? "" : of(person.position() - 1);
  }

  /** Address of the person after; empty at the last. */
  public String getNext() {
    return person == null || person.position() == getCount() ? "" : of(person.position() + 1);
  }

  public String of(int position) {
    return getAddress() + "&person=" + position;
  }

  /**
   * Address of this person's forms with the version before beside them; empty where none can be.
   */
  public String getBefore() {
    var note = person == null ? null : notes.of(person.position());
    return person == null || note == null || !note.isComparable()
        ? ""
        : of(person.position()) + "&before=1";
  }

  /** Whether the version before was asked for and there is none. */
  public boolean isFirstVersion() {
    var asked = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    return asked.containsKey("before") && since.isEmpty();
  }

  /** Beginning of the addresses of what is made on paper. */
  public String getPaper() {
    return "/office/paper/" + (onDesk ? "desk/" : "") + id;
  }

  /** Where a print is told; empty for what lies on the desk, of which the trail knows nothing. */
  public String getPrinted() {
    return onDesk || person == null ? "" : getPaper() + "/" + person.position() + "/printed";
  }
}
