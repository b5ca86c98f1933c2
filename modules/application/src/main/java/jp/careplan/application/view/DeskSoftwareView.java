package jp.careplan.application.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.CareSoftware;
import jp.careplan.application.CareSoftwareDesk;
import jp.careplan.application.CareSoftwareList;
import jp.careplan.application.OperatorCaller;
import jp.careplan.application.OperatorRole;
import jp.careplan.application.VendorTestPart;
import jp.careplan.application.page.DeskForm;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PageMessages;

/** 介護ソフトの一覧, kept by the operators. */
@Named
@RequestScoped
public class DeskSoftwareView {
  private static final String PAGE = "/desk/software";

  @Inject private CareSoftwareList list;
  @Inject private CareSoftwareDesk desk;
  @Inject private OperatorCaller caller;
  @Inject private JapaneseTime time;

  private String id = "";
  private String name = "";
  private String maker = "";
  private String productVersion = "";
  private String csvVersion = "4.1";
  private String tested = "";
  private String[] passed = {};
  private String testedOn = "";
  private String note = "";
  private String reason = "";

  @PostConstruct
  void load() {
    caller.session().require(OperatorRole.OPERATOR, OperatorRole.HELPDESK);
    desk.of(caller.session(), DeskForm.parameter("id")).ifPresent(this::show);
  }

  private void show(CareSoftware it) {
    id = it.id();
    name = it.name();
    maker = it.maker();
    productVersion = it.productVersion();
    csvVersion = it.csvVersion();
    tested = it.tested();
    passed = it.passed().stream().map(VendorTestPart::code).toArray(String[]::new);
    testedOn = it.testedOn().map(LocalDate::toString).orElse("");
    note = it.note();
  }

  public String publish() {
    Optional<LocalDate> day;
    try {
      day = testedOn.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(testedOn.strip()));
    } catch (DateTimeParseException e) {
      PageMessages.warn("まだ何もしていません", "試験の日は、2026-06-25のように入れてください。");
      return "";
    }
    var software =
        new CareSoftware(
            id,
            Typed.text(name),
            Typed.text(maker),
            Typed.text(productVersion),
            Typed.code(csvVersion),
            Typed.text(tested),
            VendorTestPart.parse(String.join(" ", passed)),
            day,
            Typed.text(note));
    return DeskForm.act(PAGE, "一覧に載せました", () -> desk.publish(caller.session(), software, reason));
  }

  public String takeOff() {
    return DeskForm.act(PAGE, "一覧から外しました", () -> desk.takeOff(caller.session(), id, reason));
  }

  public List<SoftwareRow> getRows() {
    return list.all().stream().map(it -> new SoftwareRow(it, time)).toList();
  }

  /** Who may change the list; asked again when it is changed. */
  public boolean isEditor() {
    return caller.session().isAny(OperatorRole.OPERATOR)
        && caller.session().prefectures().isEmpty();
  }

  public boolean isChosen() {
    return !id.isEmpty();
  }

  /** A part of the test that can be ticked. */
  public record Choice(String code, String words) {}

  public List<Choice> getParts() {
    return VendorTestPart.all().stream()
        .map(part -> new Choice(part.code(), part.words()))
        .toList();
  }

  public String getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getMaker() {
    return maker;
  }

  public void setMaker(String maker) {
    this.maker = maker;
  }

  public String getProductVersion() {
    return productVersion;
  }

  public void setProductVersion(String productVersion) {
    this.productVersion = productVersion;
  }

  public String getCsvVersion() {
    return csvVersion;
  }

  public void setCsvVersion(String csvVersion) {
    this.csvVersion = csvVersion;
  }

  public String getTested() {
    return tested;
  }

  public void setTested(String tested) {
    this.tested = tested;
  }

  public String[] getPassed() {
    return Arrays.copyOf(passed, passed.length);
  }

  public void setPassed(String[] passed) {
    this.passed = Arrays.copyOf(passed, passed.length);
  }

  public String getTestedOn() {
    return testedOn;
  }

  public void setTestedOn(String testedOn) {
    this.testedOn = testedOn;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
