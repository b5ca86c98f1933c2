package jp.careplan.app;

import static jp.careplan.app.house.AccessTable.OPEN;
import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.OfficeClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import jp.careplan.app.house.AccessTable;
import jp.careplan.app.house.Belongings;
import jp.careplan.app.house.DeskClient;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.app.house.PageButton;
import jp.careplan.app.house.PageClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Who presses a button that they do not have: every button that anybody finds on a page is sent by
 * everybody who does not find it there, with their own page's state where they have the page, else
 * with that of who has it. Nothing of it is done.
 */
@ExtendWith(HouseKeeper.class)
class ButtonsIT {
  private static final List<String> OPERATORS =
      List.of("OPERATOR", "BILLING", "HELPDESK", "EDITOR", "AUDITOR");

  /** What workers write by themselves; the trail is looked at by who acted. */
  private static final Set<String> RESTLESS =
      Set.of("kernel_audit_entry", "kernel_seal", "kernel_sealed_entry", "application_hand_off");

  /** Pressed by who has it, it is done: what is sent is what a browser would send. */
  private static final String TOLD = "/account/software software software-go";

  private final House house;
  private final Map<String, String> names;

  ButtonsIT(House house) {
    this.house = house;
    this.names = new Belongings(house).of(house.office(CARE_MANAGER));
  }

  /** Somebody at the pages, and what they find there. */
  private static final class Presser {
    private final String role;
    private final String actor;
    private final PageClient pages;
    private final Map<String, String> seen = new HashMap<>();
    private final Set<String> has = new HashSet<>();

    Presser(String role, String actor, PageClient pages) {
      this.role = role;
      this.actor = actor;
      this.pages = pages;
    }
  }

  @Test
  void noButtonOfAnOfficeIsPressedByWhoDoesNotHaveIt() throws IOException {
    String user = house.addStaff(CARE_MANAGER, "USER", "");
    OfficeClient staff = house.node().office(CARE_MANAGER).signInAs(user);
    var password = new PageClient(house.node());
    password.signIn("KJ99" + CARE_MANAGER, OfficeClient.password(house.node()));
    var administrator =
        new Presser("ADMINISTRATOR", "KJ99" + CARE_MANAGER, inside(house.office(CARE_MANAGER)));
    Map<String, PageButton> buttons =
        pressAll(
            "/desk/",
            false,
            List.of(
                administrator,
                new Presser("STAFF", user, inside(staff)),
                new Presser("PASSWORD", "KJ99" + CARE_MANAGER, password),
                new Presser("NOBODY", "nobody", new PageClient(house.node()))));

    Set<String> before = trail(administrator.actor);
    press(administrator, Objects.requireNonNull(buttons.get(TOLD)), new ArrayList<>());
    assertTrue(trail(administrator.actor).size() > before.size(), TOLD + " does nothing at all");
  }

  @Test
  void noButtonOfTheDeskIsPressedByWhoDoesNotHaveIt() throws IOException {
    List<Presser> all = new ArrayList<>();
    for (String role : OPERATORS) {
      DeskClient desk = DeskClient.of(house.node(), role, "");
      all.add(new Presser(role, desk.id(), desk.pages()));
    }
    all.add(new Presser("NOBODY", "nobody", new PageClient(house.node())));
    pressAll("/desk/", true, all);
  }

  private Map<String, PageButton> pressAll(String place, boolean there, List<Presser> all)
      throws IOException {
    Map<String, PageButton> buttons = new TreeMap<>();
    AccessTable table = AccessTable.read("page");
    for (String door : table.doors()) {
      boolean wanted = door.startsWith(place) == there && !door.contains("*");
      if (wanted
          && !door.endsWith("-export")
          && !OPEN.equals(table.of(door).words().get("NOBODY"))) {
        String path = door + Belongings.filled(table.of(door).ids().orElse(""), names);
        for (Presser who : all) {
          if (OPEN.equals(table.of(door).words().get(who.role))) {
            collect(who, path, buttons);
          }
        }
      }
    }
    List<String> wrong = new ArrayList<>();
    int pressed = 0;
    for (Presser who : all) {
      Set<String> before = trail(who.actor);
      List<PageButton> others =
          buttons.values().stream().filter(it -> !who.has.contains(it.key())).toList();
      Set<String> changed = changedBy(who, others, wrong);
      if (!changed.isEmpty()) { // a worker may have written there: it hardly does so twice
        changed.retainAll(changedBy(who, others, wrong));
      }
      pressed += others.size();
      Set<String> after = trail(who.actor);
      after.removeAll(before);
      after.forEach(entry -> wrong.add(who.role + " did " + entry));
      changed.forEach(name -> wrong.add(who.role + " left " + name + " with other rows"));
    }

    assertEquals(List.of(), wrong);
    assertTrue(pressed > buttons.size(), "there were buttons to press");
    return buttons;
  }

  /** The tables that hold more or fewer rows after all were pressed. */
  private Set<String> changedBy(Presser who, List<PageButton> buttons, List<String> wrong) {
    Map<String, Long> rows = rows();
    buttons.forEach(button -> press(who, button, wrong));
    Set<String> changed = new HashSet<>();
    rows()
        .forEach((name, count) -> {
          if (!count.equals(rows.get(name))) {
            changed.add(name);
          }
        });
    return changed;
  }

  private static void collect(Presser who, String path, Map<String, PageButton> buttons) {
    HttpResponse<String> answer = who.pages.get(path);
    boolean page =
        answer.headers().firstValue("Content-Type").filter(it -> it.contains("html")).isPresent();
    if (answer.statusCode() != 200 || !page) {
      return;
    }
    who.seen.put(path, answer.body());
    for (PageButton button : PageButton.of(path, answer.body())) {
      who.has.add(button.key());
      buttons.putIfAbsent(button.key(), button);
    }
  }

  /** With a state that is fresh: a session keeps those of few pages. */
  private static void press(Presser who, PageButton button, List<String> wrong) {
    String own = who.seen.get(button.page());
    HttpResponse<String> answer =
        own == null
            ? button.pressedBy(who.pages)
            : button.on(who.pages.get(button.page()).body()).pressedBy(who.pages);
    String to = answer.headers().firstValue("Location").orElse("");
    boolean led = to.contains("/way-in") || to.contains("/sign-in") || to.contains("reason=");
    if (own == null && answer.statusCode() < 400 && !led) {
      wrong.add(
          who.role + " is answered " + answer.statusCode() + " " + to + " at " + button.key());
    }
  }

  private Set<String> trail(String actor) {
    return new HashSet<>(
        house.texts(
            "SELECT CONCAT(id, ' ', action, ' ', subject) FROM kernel_audit_entry WHERE actor = '"
                + actor
                + "'"));
  }

  /** How many there are in every table. */
  private Map<String, Long> rows() {
    Map<String, Long> rows = new LinkedHashMap<>();
    house
        .texts(
            "SELECT DISTINCT LOWER(table_name) FROM information_schema.tables WHERE"
                + " LOWER(table_name) LIKE 'application\\_%' OR LOWER(table_name) LIKE"
                + " 'licensing\\_%' OR LOWER(table_name) LIKE 'exchange\\_%' OR LOWER(table_name)"
                + " LIKE 'support\\_%' OR LOWER(table_name) LIKE 'kernel\\_%'")
        .stream()
        .filter(it -> !RESTLESS.contains(it) && !it.endsWith("_schema_history"))
        .forEach(it -> rows.put(it, house.count("SELECT COUNT(*) FROM " + it)));
    return rows;
  }

  private PageClient inside(OfficeClient launcher) {
    var pages = new PageClient(house.node());
    pages.enter(json(launcher.post("/handoff", "")).getString("url"));
    return pages;
  }

  @AfterEach
  void leavesNothingToCall() {
    house.update("DELETE FROM exchange_webhook WHERE url LIKE '%/authorisation'");
    house.update("DELETE FROM application_terminal WHERE name = 'authorisation'");
    house.update("DELETE FROM application_told_software WHERE office = ?", CARE_MANAGER);
  }
}
