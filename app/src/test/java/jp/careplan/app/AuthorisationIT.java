package jp.careplan.app;

import static jp.careplan.app.house.AccessTable.CLOSED;
import static jp.careplan.app.house.AccessTable.NOTHING;
import static jp.careplan.app.house.AccessTable.OPEN;
import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.HELPERS;
import static jp.careplan.app.house.House.SECOND_CARE_MANAGER;
import static jp.careplan.app.house.OfficeClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.careplan.app.house.AccessTable;
import jp.careplan.app.house.Belongings;
import jp.careplan.app.house.DeskClient;
import jp.careplan.app.house.Door;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.app.house.PageClient;
import jp.careplan.app.house.Pages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Who may open which door: {@code authorisation.csv} says it for every page, every servlet and
 * every call of the API, all of which are found in the sources and classes. A door counts as open
 * to whoever is not led away or refused for being who they are. Where its address names something
 * that belongs to somebody, others find nothing there.
 */
@ExtendWith(HouseKeeper.class)
class AuthorisationIT {
  private static final List<String> OPERATORS =
      List.of("OPERATOR", "BILLING", "HELPDESK", "EDITOR", "AUDITOR");

  /** A kind of service that {@link House#CARE_MANAGER} has nothing of. */
  private static final String OTHER_KIND = "11";

  private static final String OTHER_PREFECTURE = "13";
  private static final String ANOTHER_OFFICE = "another office";

  private final House house;
  private final Belongings belongings;

  AuthorisationIT(House house) {
    this.house = house;
    this.belongings = new Belongings(house);
  }

  @Test
  void everyPageIsOpenToThoseOfTheTableAndNobodyElse() throws IOException {
    Map<String, String> names = belongings.of(house.office(CARE_MANAGER));
    PageClient nobody = new PageClient(house.node());
    Map<String, PageClient> office = new LinkedHashMap<>();
    office.put("PASSWORD", withPassword());
    office.put("ADMINISTRATOR", inside(house.office(CARE_MANAGER)));
    office.put("STAFF", inside(staff("")));
    Map<String, PageClient> desk = new LinkedHashMap<>();
    OPERATORS.forEach(role -> desk.put(role, DeskClient.of(house.node(), role, "").pages()));
    AccessTable table = AccessTable.read("page");
    SortedMap<String, Map<String, String>> seen = new TreeMap<>();
    for (String door : Pages.all()) {
      String path = path(door, table.of(door).ids().orElse(""), names);
      Map<String, String> words = new LinkedHashMap<>();
      String toNobody = word(nobody, path);
      words.put("NOBODY", toNobody);
      boolean open = !toNobody.equals(CLOSED); // to nobody in particular, so to all
      office.forEach((who, pages) -> words.put(who, open ? toNobody : word(pages, path)));
      desk.forEach((who, pages) -> words.put(who, open ? toNobody : word(pages, path)));
      seen.put(door, words);
    }

    assertEquals(List.of(), table.compare(seen));
  }

  /** What a GET answers, or, where there is none, an empty form that is sent. */
  private static String word(PageClient pages, String path) {
    HttpResponse<?> answer = pages.bytes(path);
    if (answer.statusCode() == 405) {
      answer = pages.post(path);
    }
    if (!isPageOpen(answer)) {
      return CLOSED;
    }
    return answer.statusCode() < 400 && answer.statusCode() != 204 ? OPEN : NOTHING;
  }

  private static String path(String door, String ids, Map<String, String> names) {
    return door.replace("/*", "/") + Belongings.filled(ids, names);
  }

  @Test
  void everyCallOfTheApiIsOpenToThoseOfTheTableAndNobodyElse() throws IOException {
    Map<String, Door> doors = connectorDoors();
    OfficeClient administrator = house.office(CARE_MANAGER);
    Map<String, String> names = belongings.of(administrator);
    Map<String, OfficeClient> callers = new LinkedHashMap<>();
    callers.put("NOBODY", house.node().office(CARE_MANAGER));
    callers.put(
        "NO_CERTIFICATE", administrator.withoutCertificate().bearing(administrator.token()));
    callers.put(
        "OTHER_CERTIFICATE",
        house.node().office(SECOND_CARE_MANAGER).bearing(administrator.token()));
    callers.put("STAFF", staff(""));
    callers.put("ADMINISTRATOR", administrator);
    AccessTable table = AccessTable.read("call");
    SortedMap<String, Map<String, String>> seen = new TreeMap<>();
    doors.forEach((door, called) -> {
      Map<String, String> words = new LinkedHashMap<>();
      callers.forEach((who, client) -> {
        String path = Belongings.filled(called.path(), Belongings.namesFor(door, names));
        var answer =
            client.past(called.method(), path, Belongings.filled(table.of(door).body(), names));
        boolean refused = answer.statusCode() == 401 || answer.statusCode() == 403;
        words.put(who, refused ? CLOSED : OPEN);
        if (door.equals("DELETE /sessions/current") && !refused) {
          client.signInAgain();
        }
      });
      seen.put(door, words);
    });
    tidy(administrator);
    tidy(Objects.requireNonNull(callers.get("STAFF")));

    assertEquals(List.of(), table.compare(seen));
  }

  /** What is named exists: its owner is told so, and others are told that it does not. */
  @Test
  void nobodyFindsWhatBelongsToAnotherOfficeOrKindOfService() throws IOException {
    OfficeClient owner = house.office(CARE_MANAGER);
    Map<String, String> names = belongings.of(owner);
    Map<String, Door> doors = connectorDoors();
    OfficeClient foreign = house.office(SECOND_CARE_MANAGER);
    OfficeClient otherKind = staff(OTHER_KIND);
    List<String> wrong = new ArrayList<>();
    AccessTable.read("call")
        .withIds()
        .forEach((door, row) -> {
          Door named = Objects.requireNonNull(doors.get(door));
          String path = Belongings.filled(named.path(), Belongings.namesFor(door, names));
          String sent = Belongings.filled(row.body(), names);
          if (named.method().equals("GET")
              && !door.contains("pictures") // a plan has none
              && !isFound(owner.bytes(path))) {
            wrong.add(door + " does not know what is the owner's");
          }
          Map.of(ANOTHER_OFFICE, foreign, "staff for another kind", otherKind)
              .forEach((who, client) -> {
                HttpResponse<?> answer = client.past(named.method(), path, sent);
                if (!isHidden(answer, client == foreign)) {
                  wrong.add(door + " answers " + answer.statusCode() + " to " + who);
                }
              });
        });
    PageClient ownerPages = inside(owner);
    PageClient deskPages = DeskClient.of(house.node(), "OPERATOR", "").pages();
    PageClient otherPrefecture = DeskClient.of(house.node(), "OPERATOR", OTHER_PREFECTURE).pages();
    Map<String, PageClient> strangers =
        Map.of(ANOTHER_OFFICE, inside(foreign), "staff for another kind", inside(otherKind));
    AccessTable.read("page")
        .withIds()
        .forEach((door, row) -> {
          String ids = row.ids().orElse("");
          if (ids.contains("{vendor-run}")) { // of no prefecture
            return;
          }
          boolean desk = door.startsWith("/desk/");
          String path = path(door, ids, names);
          boolean shown = OPEN.equals(row.words().get(desk ? "OPERATOR" : "ADMINISTRATOR"));
          if (shown && !isFound((desk ? deskPages : ownerPages).bytes(path))) {
            wrong.add(path + " does not know what is the owner's");
          }
          (desk ? Map.of("another prefecture", otherPrefecture) : strangers)
              .forEach((who, client) -> {
                HttpResponse<?> answer = client.bytes(path);
                if (!isHidden(answer, who.equals(ANOTHER_OFFICE)) && isPageOpen(answer)) {
                  wrong.add(path + " answers " + answer.statusCode() + " to " + who);
                }
              });
        });

    assertEquals(List.of(), wrong);
  }

  @AfterEach
  void leavesNothingToCall() {
    house.update("DELETE FROM exchange_webhook WHERE url LIKE '%/authorisation'");
    house.update("DELETE FROM application_terminal WHERE name = 'authorisation'");
  }

  /** What others would meet. */
  private static void tidy(OfficeClient client) {
    client.delete("/notices");
    client.delete("/partners/" + HELPERS);
  }

  private static boolean isFound(HttpResponse<?> answer) {
    return answer.statusCode() == 200;
  }

  /** Staff may be refused for their role; another office is told that there is no such thing. */
  private static boolean isHidden(HttpResponse<?> answer, boolean another) {
    return answer.statusCode() == 404 || (!another && answer.statusCode() == 403);
  }

  private static Map<String, Door> connectorDoors() {
    return Door.all().stream()
        .filter(door -> !door.isPublic())
        .collect(Collectors.toMap(Door::toString, Function.identity(), (a, b) -> a, TreeMap::new));
  }

  private OfficeClient staff(String kinds) {
    return house.node().office(CARE_MANAGER).signInAs(house.addStaff(CARE_MANAGER, "USER", kinds));
  }

  private PageClient withPassword() throws IOException {
    var pages = new PageClient(house.node());
    pages.signIn("KJ99" + CARE_MANAGER, OfficeClient.password(house.node()));
    return pages;
  }

  private PageClient inside(OfficeClient launcher) {
    var pages = new PageClient(house.node());
    pages.enter(json(launcher.post("/handoff", "")).getString("url"));
    return pages;
  }

  /** Neither refused for being who one is nor led to where others come in. */
  private static boolean isPageOpen(HttpResponse<?> answer) {
    String to = answer.headers().firstValue("Location").orElse("");
    return answer.statusCode() != 403
        && !to.contains("/way-in")
        && !to.contains("/desk/sign-in")
        && !to.contains("reason=administrator");
  }
}
